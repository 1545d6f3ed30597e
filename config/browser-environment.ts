/** The environment that a browser is started with: libraries and fonts of its own, where it brings them, never given to ours. */
export function browserEnvironment(libraries: string | undefined, fonts: string | undefined): NodeJS.ProcessEnv {
  return { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}), ...(fonts ? { FONTCONFIG_PATH: fonts } : {}) };
}
