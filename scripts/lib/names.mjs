/** Whether `name` is kebab-case: lower-case words and digits joined by single hyphens, beginning with a letter. */
export const isKebabCase = (name) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);

/** `plan-first` → `planFirst`. */
export const camelCase = (kebab) => kebab.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
