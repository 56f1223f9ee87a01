/**
 * To be evaluated in Firefox's chrome context: notes from now on, in a file, every request that the extension is behind, its scripts in
 * pages included, which the browser tells by their principals.
 * @param path the file, one note in JSON a line
 */
export const notesRequests = (extensionId: string, path: string): string => `(() => {
  const ours = (principal) => {
    if (principal?.addonPolicy?.id === '${extensionId}') return 'extension';
    return principal?.contentScriptAddonPolicy?.id === '${extensionId}' ? 'script in a page' : undefined;
  };
  const observer = {
    observe(subject) {
      const channel = subject.QueryInterface(Ci.nsIHttpChannel);
      const { triggeringPrincipal, loadingPrincipal, externalContentPolicyType } = channel.loadInfo;
      const by = ours(triggeringPrincipal) ?? ours(loadingPrincipal);
      if (by === undefined) return;
      const note = {
        by,
        method: channel.requestMethod,
        address: channel.URI.spec,
        from: loadingPrincipal?.originNoSuffix ?? '',
        opens: externalContentPolicyType === Ci.nsIContentPolicy.TYPE_DOCUMENT,
      };
      IOUtils.writeUTF8(${JSON.stringify(path)}, JSON.stringify(note) + '\\n', { mode: 'appendOrCreate' });
    },
  };
  Services.obs.addObserver(observer, 'http-on-opening-request');
})()`;
