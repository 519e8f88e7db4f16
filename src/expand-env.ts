const reference = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/g;

/**
 * Puts variables of the environment into a text that references them (`${NAME}`, `${NAME:-default}`).
 * @param missing hears the name of every variable that is not set and has no default; it comes out empty
 */
export function expandEnv(text: string, env: NodeJS.ProcessEnv, missing: (name: string) => void): string {
  return text.replace(reference, (_, name: string, fallback?: string) => {
    const value = env[name] ?? fallback;
    if (value === undefined) missing(name);
    return value ?? '';
  });
}
