import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { type Environment, type HostOptions, sdkOptions } from "./aws.ts";
import { readConfiguration } from "./configuration.ts";
import type { Poster } from "./world.ts";

/** Posts letters from the partnership's address. */
export function sesPoster(environment: Environment, host: HostOptions = {}): Poster {
  const configuration = readConfiguration(environment);
  const client = new SESv2Client(sdkOptions(configuration, host, configuration.SES_ENDPOINT));
  return {
    async post({ to, subject, text }) {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: configuration.MAIL_FROM,
          Destination: { ToAddresses: [to] },
          Content: {
            Simple: {
              Subject: { Data: subject, Charset: "UTF-8" },
              Body: { Text: { Data: text, Charset: "UTF-8" } },
            },
          },
        }),
      );
    },
  };
}
