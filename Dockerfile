# One image for the server, both workers, and the one-shot preparations of database and file store; docker-compose.yml says which program each runs.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc .puppeteerrc.cjs ./
# The base image brings Node 24, the browser comes inside a package: no install script is needed.
RUN npm ci --omit=dev --ignore-scripts
COPY . .
# The database client, and the browser in /app/browser (proven to start).
RUN node scripts/prepare-image.ts && chmod -R a+rX /app

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data \
    CHROMIUM_PATH=/app/browser/chromium \
    CHROMIUM_LIBRARIES=/app/browser/al2023/lib \
    CHROMIUM_FONTS=/app/browser/fonts
WORKDIR /app
COPY --from=build /app /app
# New volumes take their owner from these folders.
RUN install -d -o node -g node -m 0700 /data /data/objects /data/certificates /data/trusted /data/secrets
USER node
EXPOSE 3000
CMD ["node", "server/main.ts"]
