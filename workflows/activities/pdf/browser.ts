import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import { openProfile } from './browser-profiles.ts';

/** A browser that is installed already, the environment it is started with (libraries, fonts), and the folder for its profiles and scratch files. */
export type BrowserPlace = { executablePath: string; env?: NodeJS.ProcessEnv; profiles?: string };

/**
 * Starts a headless browser that can reach nothing: no name resolves, and only as root it goes without its sandbox.
 * Hinting is off, else a full browser and a headless shell break lines differently. What it leaves behind is removed when it ends, however it ends.
 */
export async function launchBrowser({ executablePath, env = process.env, profiles }: BrowserPlace): Promise<Browser> {
  const profile = openProfile(profiles ?? join(tmpdir(), 'document-browsers'));
  try {
    const browser = await puppeteer.launch({
      executablePath,
      headless: 'shell',
      pipe: true,
      env: { ...env, TMPDIR: profile.path },
      userDataDir: profile.path,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        '--font-render-hinting=none',
        '--disable-gpu',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        '--proxy-server=127.0.0.1:9',
        '--proxy-bypass-list=<-loopback>',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
    const child = browser.process();
    if (child?.exitCode === null && child.signalCode === null) child.once('exit', profile.remove);
    else profile.remove();
    return browser;
  } catch (error) {
    profile.remove();
    throw error;
  }
}
