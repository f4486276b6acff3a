import type { Input, Routes } from "../../shared/contract/manifest.ts";
import type { Refusal } from "../../shared/contract/problems.ts";
import type { WaveView } from "../../shared/contract/routes/runViews.ts";
import { WaveId } from "../../shared/domain/ids.ts";
import { offerTold } from "../../shared/domain/offers/offerView.ts";
import { type Chosen, isSentIn, sentIn, type Wave } from "../../shared/domain/runs/wave.ts";
import { act, type Decision } from "../../shared/runtime/act.ts";
import { derivedId } from "../../shared/runtime/identity.ts";
import { isRefusal, keyReused, notFound } from "../../shared/runtime/refusal.ts";
import type { Context, Handler } from "../../shared/runtime/serve.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { offers } from "../../shared/store/rows/requests.ts";
import { waves } from "../../shared/store/rows/waves.ts";
import { create, type Store } from "../../shared/store/store.ts";
import type * as z from "zod";
import { asChosen, chosenForWave, offersPerWave } from "./chosenForWave.ts";
import { confirming } from "./confirm.ts";

type NotSent = z.output<typeof WaveView>["notSent"][number];
type Asked = Input<Routes["sendWave"]>;
type Sending = Context<Routes["sendWave"]>;

/** The wave of this Idempotency-Key, or a new one: noted before anything is sent, so that a repeat goes on with it. */
async function waveAtHand(
  { params: { runId }, body }: Asked,
  { store, world, session, askedOnce }: Sending,
): Promise<Wave | Refusal> {
  const waveId = askedOnce ? derivedId(WaveId, session.account, askedOnce.key) : world.fresh(WaveId);
  const bodyHash = askedOnce?.bodyHash ?? null;
  const known = async () => {
    const wave = await store.get(waves, { waveId });
    return wave && wave.bodyHash !== bodyHash ? keyReused : wave;
  };
  const before = askedOnce && (await known());
  if (before) return before;
  const forWave = await chosenForWave(store, runId, body);
  if (isRefusal(forWave)) return forWave;
  const chosen = forWave.inTurn.map(asChosen);
  const wave: Wave = { waveId, runId, bodyHash, chosen, notedAt: world.now(), revision: 0 };
  return (await store.note(create(waves, wave))) ? wave : ((await known()) ?? waveGone(waveId));
}

const waveGone = (waveId: WaveId): never => {
  throw new Error(`${waveId} was noted and is gone`);
};

const asItStands = async (store: Store, { waveId }: Wave): Promise<Wave> =>
  (await store.get(waves, { waveId })) ?? waveGone(waveId);

/** Sends one proposal of a wave, unless the wave, as it stands, has sent it or all that it may. */
async function sendingNext(
  { params: { runId }, body: { most, reason } }: Asked,
  context: Sending,
  { noted, next }: { readonly noted: Wave; readonly next: Chosen },
): Promise<Decision<{ readonly status: number; readonly body: unknown }> | Refusal> {
  const { store } = context;
  const [wave, partnership] = await Promise.all([asItStands(store, noted), store.get(partnerships, {})]);
  if (!partnership) return notFound("partnership");
  const sent = sentIn(wave);
  const ofRoute = sent.filter(({ routePolicy }) => routePolicy === next.routePolicy).length;
  if (sent.length >= most) return { reply: { status: 200, body: "complete" } };
  const isFull = ofRoute >= (offersPerWave(partnership.policies).get(next.routePolicy) ?? 0);
  return isFull || isSentIn(wave, next)
    ? { reply: { status: 200, body: "passed-over" } }
    : confirming(context, { key: { ...next, runId }, reason, wave });
}

const notSentTold = 100;

/** Sends several offers at once, each in a transaction of its own: what cannot be sent is named, and the rest is sent. */
export const sendWave: Handler<"sendWave"> = async (asked, context) => {
  const { store } = context;
  const noted = await waveAtHand(asked, context);
  if (isRefusal(noted)) return noted;
  const refused: NotSent[] = [];
  for (const next of noted.chosen) {
    const answer = await act({ store }, () => sendingNext(asked, context, { noted, next }));
    const { requestId, personId } = next;
    if (isRefusal(answer))
      refused.push({ requestId, personId, problem: answer.problem, detail: answer.detail });
    else if (answer.body === "complete") break;
  }
  return context.act(async () => {
    const wave = await asItStands(store, noted);
    const made = await Promise.all(sentIn(wave).map((each) => store.get(offers, each)));
    const notSent = refused.filter((each) => !isSentIn(wave, each));
    return {
      reply: {
        status: 200,
        body: {
          runId: wave.runId,
          sent: made.flatMap((offer) => (offer ? [offerTold(offer)] : [])),
          notSent: notSent.slice(0, notSentTold),
          notSentCount: notSent.length,
        },
      },
    };
  });
};
