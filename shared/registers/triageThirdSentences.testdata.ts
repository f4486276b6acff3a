import { readLabelled, type LabelledSentence } from "./triageLabelled.testdata.ts";

// One for each code, mostly by symptoms; they were run once before rules and words were developed on them.
const lines = `
LG-01 Our deputy is taking the school on from January after the head resigned and has never run one before
LG-02 I would value an experienced head to talk things through with every fortnight, in confidence
LG-03 Three of our five senior leaders are new and they do not yet work as a team
LG-04 Our heads of department do not know how to hold their staff to account
LG-05 We need another pair of eyes on our self-evaluation before we write next year's priorities
LG-06 We expect the call any day and staff are nervous about what inspectors will ask them
LG-07 An external look at how well our board challenges the school is overdue
LG-08 Our chair is only three months into the role and the clerk has left
LG-09 Governors have voted to join a trust and we have no idea of the steps or the timetable
LG-10 Our training days are a scatter of unrelated sessions and nothing sticks afterwards
LG-11 We keep launching things and dropping them a term later, and want to learn to see one change through
LG-12 Teachers are exhausted and two have been signed off with stress this term
LG-13 We have advertised for a physics post four times and had nobody worth interviewing
LG-14 Four heads in our cluster would like to review one another's schools and need training to do it
CT-01 Subjects in our foundation curriculum repeat themselves and topics come in no sensible order
CT-02 Our GCSE English language results are well below those of similar schools
CT-03 Too many of our Year 1 children cannot blend by the summer and failed the screening check
CT-04 Pupils decode well but do not understand what they have read
CT-05 Boys in Years 3 and 4 write very little and avoid joining up their letters
CT-06 Our Year 6s are weak at reasoning and multi-step word problems in maths
CT-07 Reception staff would like to see how another school teaches counting and number bonds with objects
CT-08 Hardly any practical work happens in our science lessons because staff lack confidence
CT-09 Nobody on our staff can teach programming beyond dragging blocks about
CT-10 Children cannot place the periods they have studied on a timeline
CT-11 We would like to plan fieldwork for every year group and have no geographer on the staff
CT-12 The locally agreed syllabus has changed and our RE lead is on maternity leave
CT-13 We are dropping French for Spanish in Year 3 and none of us speaks it
CT-14 Sketchbooks are full of copied pictures and drawing is not taught at all
CT-15 Our food room has been refurbished and the teacher who ran it has retired
CT-16 Singing has died out here since lockdown and we would love a choir again
CT-17 We want to put on a school production and bring acting back into lessons
CT-18 Games lessons are led by coaches and our own teachers have lost the skill to teach PE
CT-19 Parents have raised worries about what we teach in sex and relationships lessons
CT-20 Students leave us knowing nothing about parliament or how to vote
CT-21 Uptake of economics at A level has collapsed and the results are poor
CT-22 We are starting our first T level in September and need industry placements
CT-23 Year 12 retention is poor and sixth form teaching does not stretch them
CT-24 With 48 on roll we teach Years 3 to 6 together and struggle to cover everything
PA-01 Teachers jump straight to tasks without modelling what good looks like
PA-02 Pupils cannot plan or check their own work and wait to be told what to do next
PA-03 Staff spend hours writing comments that children never read
PA-04 Teachers move on without finding out who has understood
PA-05 Our assessments each term tell us nothing that we can use, and the tracker is a burden
PA-06 Year 2 and Year 6 teachers do not agree on what the expected standard in writing looks like
PA-07 Some of our teachers plan six different worksheets and others plan only one for everybody
PA-08 Many of our pupils answer in single words and cannot explain their thinking aloud
PA-09 Hardly half of Key Stage 3 hand in their homework
PA-10 We want a policy on ChatGPT and need someone who has been through it
PA-11 Our teaching assistants sit beside the same child all day and do too much for them
PA-12 We pay for tutoring every week and do not think it links to lessons
PA-13 Our brightest pupils coast and few reach the top grades
PA-14 We would like to replace graded observations with coaching for every teacher
PA-15 Students meet difficult vocabulary in every subject and nobody teaches it
PA-16 We have appointed somebody to bring research into school and she has no one to learn from
EY-01 The outdoor area of our nursery is unloved and the activities are not purposeful
EY-02 More and more children join our nursery barely talking
EY-03 We open a room for two year olds at Easter and have never had children so young
EY-04 Children who loved Reception find Year 1 a shock because play stops overnight
EY-05 Year 7 lose ground every autumn because we know so little of what they did at primary
EY-06 A tenth of our Year 11 have no destination in September
IN-SPLD Several juniors with dyslexia make no progress in spelling
IN-MLD We have a group who learn far more slowly than their classmates across the board
IN-SLD A child with severe learning difficulties joins our mainstream class in autumn
IN-PMLD Our class for pupils with profound and multiple difficulties needs a richer sensory curriculum
IN-SLCN We wait a year for speech therapy and staff do not know what to do meanwhile
IN-ASD Two autistic boys are overwhelmed by noise and transitions
IN-SEMH A handful of pupils go into crisis daily and staff do not know how to help them regulate
IN-HI A deaf girl is about to start in Reception with two hearing aids
IN-VI We need to know how to adapt materials for a partially sighted pupil
IN-MSI A pupil who can neither see nor hear well is joining us
IN-PD One of our pupils will use a wheelchair from September and our building is full of steps
IN-OTH A pupil with Tourette syndrome has joined and staff want to understand it
IN-13 Our SENCO is new and drowning in paperwork
IN-14 Our annual reviews and EHC plans would not stand up at tribunal
IN-15 The authority has asked us to open a resource base for twelve pupils
IN-16 Eighteen pupils have arrived this year with no English at all
IN-17 The designated teacher wants better personal education plans for children in care
IN-18 The gap between our pupil premium children and the rest has widened
BA-01 Corridors are rowdy and low-level disruption is eating into lessons
BA-02 One in four of our pupils is persistently absent
BA-03 Suspensions have doubled and we lean too much on alternative provision
BA-04 Our new DSL would like supervision from somebody experienced
BA-05 We want our single central record and safeguarding arrangements checked
BA-06 Children are sending each other pictures on their phones at night
BA-07 There has been a rise in name-calling and bullying on the playground
BA-08 We want staff to understand how trauma shows itself in behaviour
BA-09 Some of our pupils are too anxious to come through the gate in the morning
BA-10 Form tutors and heads of year do not know what their roles are any more
PW-01 Children fall out constantly and cannot name how they feel
PW-02 Our senior mental health lead has done the course and does not know where to begin
PW-03 We meet only three of the Gatsby benchmarks
PW-04 Few disadvantaged pupils go to any clubs or trips
PW-05 Our school council meets once a term and changes nothing
PW-06 Families do not come to anything that we put on and complaints are rising
WF-01 Both of our ECTs are struggling and their mentors have not done it before
WF-02 We take six trainees a year and our mentors need preparing
WF-03 We have been asked to deliver the NPQ for senior leaders and need facilitators
WF-04 Our appraisal targets are vague and nobody is ever challenged
WF-05 Lunchtime supervisors and office staff get no training here
WF-06 Our head and deputy both retire within two years and nobody is ready to follow
WF-07 Our staff do not look like our community and we want to change how we recruit and promote
WF-08 Four teachers want to come back from maternity leave for three days a week
BS-FIN1 Our business manager is new and has to set the budget for three years
BS-FIN2 We are heading for a deficit and must find savings of two teachers
BS-FIN3 Auditors found weak controls over our purchasing card
BS-HR1 We have a grievance and a disciplinary running and no HR officer
BS-HR2 We may have to make support staff redundant
BS-HR3 Our payroll provider keeps getting pension contributions wrong
BS-PR1 All our contracts renew in March and we have never tendered
BS-PR2 The quality of school meals is poor and the caterers want to leave
BS-ES1 Our caretaker has left and nobody knows which statutory checks are due
BS-ES2 We had a fire drill that went badly and our risk assessments are out of date
BS-ES3 We need to write a bid for a new roof
BS-IT1 We were hit by ransomware in June and the servers are ten years old
BS-IT2 We are moving from SIMS to Arbor at Easter
BS-DP1 We have had three subject access requests and do not know what we must release
BS-MK1 Our numbers are falling and the website does us no favours
BS-OP1 We have no plan for what to do if the site had to close
DA-01 Our middle leaders cannot make sense of the results data they are given
DA-02 We send a questionnaire to parents each year and only a handful reply
DA-03 We spend a great deal on a reading intervention and cannot say whether it works
DA-04 How do our staffing costs compare with those of schools like ours
DA-05 The number of children in our part of town is falling and heads want to plan together
`;

/** The third set, one for each code. */
export const thirdSentences: readonly LabelledSentence[] = readLabelled(lines);
