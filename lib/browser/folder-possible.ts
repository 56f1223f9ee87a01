/** Whether this browser lets an extension write into a folder that was picked; Firefox has nothing of the kind. */
export const isFolderPossible = 'showDirectoryPicker' in globalThis;
