/** A refusal in the dialogue: smtp-server sends `responseCode` and the message. */
export function smtpReply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
