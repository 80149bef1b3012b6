// Operators' password hashes: pbkdf2-sha256$iterations$salt$hash, in base64.

const FORM = /^pbkdf2-sha256\$(\d+)\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$/;
// Checked for unknown operators, so that the time doesn't reveal who exists.
const NOBODY = `pbkdf2-sha256$100000$${btoa("nobody's salt 16")}$${btoa("no password has this as its hash")}`;

export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, iterations, salt, hash] = FORM.exec(stored ?? NOBODY) ?? [];
  if (!iterations || !salt || !hash) throw new Error("OPERATORS holds something that is no password hash");
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(password), "PBKDF2", false, ["deriveBits"]);
  const expected = bytes(hash);
  const derived = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: Number(iterations) },
    key,
    expected.length * 8,
  );
  return crypto.subtle.timingSafeEqual(derived, expected) && stored !== undefined;
}

const bytes = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
