import type { Viewer } from "../shared/domain/deployments/parties.ts";
import type { AnswerOf } from "../shared/runtime/client.ts";

type Me = Pick<AnswerOf<"getMe">, "roles" | "school" | "practitioner">;

/** Who is signed in, as the rules ask of whoever looks. */
export const viewerOf = ({ roles, school, practitioner }: Me): Viewer => ({
  roles,
  schoolId: school?.schoolId,
  personId: practitioner?.personId,
});
