import puppeteer, { type Browser } from 'puppeteer';
import { browserEnvironment } from '../../config/browser-environment.ts';

type Found = { executablePath: string; libraries: string | undefined; fonts: string | undefined };

/** A headless browser that looks at the pages; only as root it goes without its sandbox. */
export const openPageBrowser = ({ executablePath, libraries, fonts }: Found): Promise<Browser> =>
  puppeteer.launch({
    executablePath,
    headless: 'shell',
    pipe: true,
    env: browserEnvironment(libraries, fonts),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
