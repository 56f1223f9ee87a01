import { useEffect, useState } from 'preact/hooks';
import type { ProviderIcon, providerIcon } from './provider-icons.ts';

let iconOf: typeof providerIcon | null = null;

/** Loads the icons, which no list waits for; without them the monograms stay. */
export async function loadProviderIcons(): Promise<void> {
  try {
    iconOf ??= (await import('./provider-icons.ts')).providerIcon;
  } catch {
    // For the eye only.
  }
}

/** The icon for an account's name and sites, once the first picture is drawn; null for most, and until the icons are there. */
export function useProviderIcon(name: string, sites: readonly string[]): ProviderIcon | null {
  const [, setLoaded] = useState(iconOf !== null);
  useEffect(() => {
    if (iconOf === null) void loadProviderIcons().then(() => setLoaded(true));
  }, []);
  return iconOf?.(name, sites) ?? null;
}
