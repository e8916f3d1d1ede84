/** Headers of every answer: what browsers may do with it (OWASP Secure Headers), and which other origins may read it. */
import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** Nothing here uses a device, a sensor or a payment; a script that got in shall not either. */
const nothingOf = [
  ...["accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation"],
  ...["gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get"],
  ...["screen-wake-lock", "serial", "usb", "web-share", "xr-spatial-tracking"],
];
const permissionsPolicy = nothingOf.map((feature) => `${feature}=()`).join(", ");

/** A year and all subdomains (ASVS 5.0, 3.4.1). */
const strictTransport = "max-age=31536000; includeSubDomains";

/** Classic Outlook's event runtime sends its origin with a trailing slash, and wants it back as it was. */
function isAllowed(origin: string | undefined, allowed: readonly string[]): boolean {
  return origin !== undefined && allowed.includes(origin.replace(/\/$/, ""));
}

async function securityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { "default-src": ["'none'"], "base-uri": ["'none'"], "frame-ancestors": ["'none'"] },
    },
    // Said by frame-ancestors, which the add-in's own pages can loosen for Outlook.
    frameguard: false,
    strictTransportSecurity: false,
  });
  app.addHook("onRequest", (request, reply, done) => {
    void reply.header("permissions-policy", permissionsPolicy);
    // Over plain HTTP it must not be said (RFC 6797 §7.2); a trusted proxy tells when it spoke TLS for us.
    if (request.protocol === "https") void reply.header("strict-transport-security", strictTransport);
    done();
  });
}

/**
 * Puts the headers before every route.
 *
 * @param allowedOrigins which other origins may read answers, without trailing slashes
 */
export async function headers(app: FastifyInstance, allowedOrigins: readonly string[]): Promise<void> {
  await securityHeaders(app);
  await app.register(cors, {
    origin: (origin, answer) => answer(null, isAllowed(origin, allowedOrigins) ? (origin ?? false) : false),
    methods: ["GET", "POST", "PUT"],
    allowedHeaders: ["authorization", "content-type", "if-none-match"],
    exposedHeaders: ["etag", "retry-after"],
    maxAge: 600,
    // An OPTIONS that is no preflight would be refused in plain text.
    strictPreflight: false,
  });
}
