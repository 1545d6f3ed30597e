import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { allEndpoints } from './endpoints.ts';
import { refuseCrossSite } from './http/cross-site.ts';
import { failures } from './http/failure.ts';
import { mount } from './http/mount.ts';
import { limitRate } from './http/rate-limit.ts';
import { requestLog } from './http/request-log.ts';
import { allPages } from './pages/all-pages.ts';
import { failuresAsPages } from './pages/failure-page.ts';
import { mountPages } from './pages/mount-pages.ts';
import type { Parts } from './parts.ts';

/** The web server out of its parts; it listens wherever it is told to. */
export function buildApp(parts: Parts): Express {
  const { environment, committing } = parts;
  const { publicUrl } = environment;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', environment.trustProxy);
  app.set('query parser', 'simple');
  app.use(requestLog(parts));
  app.use(
    helmet({
      strictTransportSecurity: publicUrl.startsWith('https:'),
      // Whoever has to sign in again in the middle of a form is led back to it; no other site learns of an address.
      referrerPolicy: { policy: 'same-origin' },
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          styleSrc: ["'self'"],
          fontSrc: ["'self'"],
          upgradeInsecureRequests: publicUrl.startsWith('https:') ? [] : null,
        },
      },
    }),
  );
  app.use(limitRate({ perMinutes: 1, limit: environment.rateLimit }));
  app.use(refuseCrossSite(publicUrl));
  app.use('/verify', limitRate({ perMinutes: 1, limit: environment.verifyLimit }));
  app.post(
    ['/api/session', '/sign-in', '/sign-in/code', '/forgotten', '/new-password'],
    limitRate({ perMinutes: 1, limit: environment.signInLimit }),
  );
  app.use(compression());
  mountPages(app, allPages, parts);
  mount(app, allEndpoints(committing.packs.values(), publicUrl), parts);
  app.use(failuresAsPages(parts));
  app.use(failures(parts));
  return app;
}
