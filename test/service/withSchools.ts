import type * as z from "zod";
import { Problem } from "../../shared/contract/problems.ts";
import { RegisterPreview } from "../../shared/contract/routes/registers.ts";
import { AuditView, pageOf, SchoolView } from "../../shared/contract/routes/views.ts";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import { type Answered, newPartnership, type Service } from "../harness/service.ts";

export type Partnership = ReturnType<typeof newPartnership>;

/** The problem's code and status, and where its first fault lies. */
export function problemIn(answer: Answered) {
  const problem = Problem.parse(answer.body);
  return {
    status: answer.status,
    code: problem.type.split(":").at(-1),
    detail: problem.detail,
    errors: problem.errors ?? [],
  };
}

/** A register file of invented schools in Sheffield. */
export function registerText(options: { readonly schools: number; readonly seed: number }): string {
  const made = syntheticRegister({ area: "Sheffield", ...options });
  if (made.kind !== "made") throw new Error("Sheffield is a known area");
  return made.text;
}

export const partnershipBody = {
  name: "Partnership of the tests",
  area: "Sheffield",
  brokerEmail: "broker@partnership.example",
};

/** Sets the partnership up. */
export const setUp = (service: Service, broker: string): Promise<Answered> =>
  service.ask(broker, { method: "PUT", path: "/partnership", body: partnershipBody });

/** A partnership that is set up and has no schools. */
export async function newlySetUp(service: Service): Promise<Partnership> {
  const partnership = newPartnership(service);
  await setUp(service, partnership.broker);
  return partnership;
}

/** The partnership's trail, as its director reads it. */
export const trailOfPartnership = async (service: Service, account: string) =>
  pageOf(AuditView).parse((await service.get(account, "/partnership/audit?limit=200")).body).items;

interface ImportAsked {
  readonly csv: string | Uint8Array;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a register file to see what it would change. */
export const previewRegister = (
  service: Service,
  broker: string,
  { csv, query = "", headers = {} }: ImportAsked,
): Promise<Answered> =>
  service.ask(broker, { method: "POST", path: `/register-imports${query}`, csv, headers });

/** Sends a register file and puts it in force, unless it is refused or in force already. */
export async function sendRegister(service: Service, broker: string, asked: ImportAsked): Promise<Answered> {
  const answer = await previewRegister(service, broker, asked);
  if (answer.status !== 201 || previewIn(answer).applied) return answer;
  const path = `/register-imports/${previewIn(answer).import.importId}/apply`;
  return service.ask(broker, { method: "POST", path });
}

export const previewIn = (answer: Answered): z.output<typeof RegisterPreview> =>
  RegisterPreview.parse(answer.body);

/** Every page of the member schools, in order. */
export async function schoolsSeen(service: Service, account: string, query = "limit=200") {
  const schools: z.output<typeof SchoolView>[] = [];
  let cursor = "";
  do {
    const answer = await service.ask(account, { method: "GET", path: `/schools?${query}${cursor}` });
    const page = pageOf(SchoolView).parse(answer.body);
    schools.push(...page.items);
    cursor = page.nextCursor === null ? "" : `&cursor=${page.nextCursor}`;
  } while (cursor !== "");
  return schools;
}

/** A partnership set up with the schools of a synthetic register. */
export async function withSchools(service: Service, partnership: Partnership, schools: number) {
  const { broker } = partnership;
  const csv = registerText({ schools, seed: 3 });
  const answers = [await setUp(service, broker), await sendRegister(service, broker, { csv })];
  for (const { status, body } of answers) if (status > 201) throw new Error(JSON.stringify(body));
  const members = await schoolsSeen(service, broker);
  return { members, open: members.filter(({ status }) => status === "open") };
}
