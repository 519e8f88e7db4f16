import { useLayoutEffect, useState } from 'preact/hooks';

/** How the page looks: as the system does, or as the person chose. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'greenlight-theme';
const ORDER: readonly Theme[] = ['system', 'light', 'dark'];

function stored(): Theme {
  return ORDER.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system';
}

/** The chosen look and a way to the next one; remembered in this browser. */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState(stored);
  // Before the first picture: a page that turns dark under the eyes of somebody is worse than a slower one.
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    localStorage.setItem(KEY, theme);
  }, [theme]);
  return [theme, () => setTheme((now) => ORDER[(ORDER.indexOf(now) + 1) % ORDER.length] ?? 'system')];
}
