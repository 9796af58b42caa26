FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
RUN npm ci --ignore-scripts
COPY src src
RUN npx tsc

# The image works on the PostgreSQL of DATABASE_URL; the embedded one (optional packages) stays out.
FROM node:22-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:22-slim
ENV NODE_ENV=production PORT=4000
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist/src dist/src
COPY package.json ./
COPY data data
# This user owns none of the files: the program only reads them.
USER node
EXPOSE 4000
# Straight to node, so that signals reach it.
ENTRYPOINT ["node", "dist/src/cli.js"]
CMD ["serve"]
