/** Whether a folder for saved copies was chosen and may be written; `needs-press`: the browser wants to ask, and only after a press. */
export type FolderState = 'none' | 'ready' | 'needs-press';

/** The folder that saved copies are written into; every act but `state` rejects when the folder is gone or may not be used. */
export type CopyFolder = {
  state(): Promise<FolderState>;
  /** Names of the files in it, in no order; folders are left out. */
  list(): Promise<readonly string[]>;
  read(name: string): Promise<string>;
  write(name: string, text: string): Promise<void>;
  /** Gives a file another name, that of an existing one included. */
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
};

/** Choosing that folder; both ask the customer, and only in a page that a question of the browser does not close. */
export type FolderChoice = {
  /** `cancelled`: the customer chose none, or the browser refused that one. */
  choose(): Promise<'chosen' | 'cancelled'>;
  /** Asks for the right to the folder that was chosen before; whether it was given. */
  allow(): Promise<boolean>;
  forget(): Promise<void>;
};
