import { addTo, exact, mark, whole } from "../problem/cells.ts";
import { pairsByPractitioner, type Problem, requestOfPairs } from "../problem/problem.ts";

/** Rooms left while an answer is built pair by pair. */
interface Rooms {
  readonly wanted: Int32Array;
  readonly limit: Int32Array;
  readonly slots: Int32Array;
  readonly days: Int32Array;
}

function roomsOf(problem: Problem): Rooms {
  const slots = new Int32Array(problem.practitionerCount);
  for (let j = 0; j < slots.length; j++)
    slots[j] = whole(problem.slotStart, j + 1) - whole(problem.slotStart, j);
  return {
    wanted: problem.wanted.slice(),
    limit: problem.groupLimit.slice(),
    slots,
    days: problem.dayCapacity.slice(),
  };
}

/** Makes an overbooked answer feasible and fills what room is left, best pairs first. Pairs taken by the case stay. */
export function repairOf(problem: Problem): (taken: Uint8Array, fixing: Int8Array) => Uint8Array {
  const owner = requestOfPairs(problem);
  const { start, pairs } = pairsByPractitioner(problem);
  const byWeight = Int32Array.from(problem.weight.keys()).sort(
    (a, b) => exact(problem.weight, b) - exact(problem.weight, a) || a - b,
  );

  const place = (answer: Uint8Array, rooms: Rooms, e: number): void => {
    const [i, j, g] = [whole(owner, e), whole(problem.practitioner, e), whole(problem.group, e)];
    const need = whole(problem.need, e);
    if (whole(rooms.wanted, i) < 1 || whole(rooms.slots, j) < 1 || whole(rooms.days, j) < need) return;
    if (g >= 0 && whole(rooms.limit, g) < 1) return;
    answer[e] = 1;
    addTo(rooms.wanted, i, -1);
    addTo(rooms.slots, j, -1);
    addTo(rooms.days, j, -need);
    if (g >= 0) addTo(rooms.limit, g, -1);
  };

  return (taken, fixing) => {
    const answer = new Uint8Array(taken.length);
    const rooms = roomsOf(problem);
    fixing.forEach((fixed, e) => fixed === 1 && place(answer, rooms, e));
    for (let j = 0; j < problem.practitionerCount; j++) {
      const mine = Array.from(pairs.subarray(whole(start, j), whole(start, j + 1)))
        .filter((e) => mark(taken, e) === 1 && mark(answer, e) === 0)
        .sort((a, b) => exact(problem.weight, b) - exact(problem.weight, a) || a - b);
      for (const e of mine) place(answer, rooms, e);
    }
    for (const e of byWeight) if (mark(answer, e) === 0 && fixing[e] === 0) place(answer, rooms, e);
    return answer;
  };
}
