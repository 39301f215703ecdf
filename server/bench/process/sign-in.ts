/** The account of the bench, made as an operator would make the first one. */
export const administrator = {
  ADMIN_EMAIL: 'bench@bench.test',
  ADMIN_PASSWORD: 'a password for the bench',
} as const;

/** Signs the bench in at the door that browsers use; the Cookie header of its session. */
export async function signIn(port: number): Promise<string> {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = administrator;
  const url = `http://127.0.0.1:${port}`;
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`The bench was not let in: ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
}
