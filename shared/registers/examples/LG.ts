/** What heads might write of leadership and governance: a line each, the code and then the words. */
export const LG = `
LG-01 I took over as headteacher in September, it is my first post at this level and I would value someone to help me find my feet
LG-01 Our deputy is stepping up as acting head from January while the governors advertise, she needs someone alongside her
LG-01 Our headteacher leaves at Christmas and the assistant head will be holding the fort until a permanent appointment is made, she has never led a school before
LG-01 I am four weeks into my first headship and would welcome a few days with someone who has done this before
LG-01 Our deputy is taking the school on from January after the head resigned and has never run one before
LG-01 I took over in September after twelve years as a deputy and honestly I don't know what I don't know. Could someone who has been through it spend a bit of time with me in this first year?
LG-01 Our HT has gone off long term and the deputy has stepped up at four days notice, governors want someone experienced alongside her until Easter
LG-01 Acting head from January, first time. Help!
LG-02 After eleven years in the job I would like a regular confidential conversation with an experienced head from elsewhere
LG-02 Please could an established headteacher act as my mentor this year, once a fortnight would be ideal
LG-02 I feel rather alone in the role and would like a sounding board, another serving head I can ring each half term
LG-02 The chair suggests I have an executive coach to help me think through the pressures of running the school
LG-02 I would value an experienced head to talk things through with every fortnight, in confidence
LG-02 I've been a head for nine years and I'm running out of steam and ideas, I'd value an hour a month with a wiser head who isn't my line manager
LG-02 Looking for a critical friend for our experienced head, who asked for a thinking partner rather than a course
LG-03 My senior leaders do not yet work as a team and nobody is clear who is accountable for what
LG-03 We have two new assistant heads and the leadership team needs to agree roles and how to hold each other to account
LG-03 The deputy, the two phase leaders and I pull in different directions, we need a day or two to become a proper leadership team
LG-03 New SLT structure since Easter and responsibilities still overlap, could someone work with the senior leaders on how we meet and decide things
LG-03 Three of our five senior leaders are new and they do not yet work as a team
LG-03 Our two assistant heads and the deputy all do a good job in their own way, and I get on with all of them, but when it comes to it nobody is sure who owns what, emails go to everyone, things get done twice or not at all and I end up doing everything myself
LG-03 SLT meetings last three hours and go round in circles. We would like someone to watch one and work with us on roles and priorities.
LG-04 Subject leaders here are enthusiastic but have never monitored their subject or written an action plan for it
LG-04 Heads of department need to learn how to run a line management meeting and challenge underperformance
LG-04 Our year leaders and curriculum leads are good teachers but do not see themselves as leaders yet
LG-04 The humanities lead has been in post a year and needs coaching in how to lead her department, do book looks and report to SLT
LG-04 Our heads of department do not know how to hold their staff to account
LG-04 Our humanities and arts leaders have never looked at books or watched a lesson in anyone else's class and would not know how to start
LG-04 In a school of five teachers everybody leads three or four subjects and most can't tell you what's going well in theirs. How do other small schools do it?
LG-04 HoDs are very good at running a dept day to day but not at holding colleagues to account, looking for a programme for about eight of them
LG-05 We need a critical friend to check whether our SEF is accurate and our priorities for next year are the right ones
LG-05 Rewriting the school development plan, it runs to forty pages and nobody reads it
LG-05 Could somebody look over our self evaluation with fresh eyes and tell us whether the judgements stack up
LG-05 We want to write a three year improvement plan with clear milestones and success criteria
LG-05 We need another pair of eyes on our self-evaluation before we write next year's priorities
LG-05 The SEF is 43 pages long and nobody reads it, we need help to get it down to something governors can use
LG-05 we have written our school improvemnt plan but I think there are far too many priorities and I would like an outside view before it goes to the board
LG-05 Are we really as good as we say we are? Want someone to test our own judgements about the school before the new year plan is written
LG-06 The inspectors are due any time and I would like someone to put us through our paces beforehand
LG-06 Ofsted graded us requires improvement in May and we need help to turn the report into a plan
LG-06 It is four years since our last visit from Ofsted so please send someone for a practice deep dive
LG-06 We are in the window for Ofsted and staff are nervous, a mock inspection of a day would help
LG-06 Following our section 5 inspection we have to write an action plan on the areas for improvement in the report
LG-06 We expect the call any day and staff are nervous about what inspectors will ask them
LG-06 We came out with needs attention for two of the areas on the new report card and have to produce an action plan in the next few weeks
LG-06 Last visit was 2019 so we're expecting the phone call any week, staff are jittery and subject leads want a practice at being interviewed
LG-06 Dry run under the new framework please, two days, me and SLT
LG-07 The governing body wants an outside view of how well it is doing its job
LG-07 Trustees have asked for an independent look at their own effectiveness and skills
LG-07 It is five years since anybody externally reviewed our governing board and the trust would like it done this spring
LG-07 Are our governors asking the right questions of us? We would like a national leader of governance to review how they work
LG-07 An external look at how well our board challenges the school is overdue
LG-07 As governors we suspect we spend too long on uniform and car parking and not enough on standards; would like someone to observe us and tell us how effective we are
LG-07 Local governing body vs trustees - who does what? Our scheme of delegation doesn't match what really happens and we'd like it all looked at
LG-07 The board hasn't had an outside look at how it works for at least six years and the trust has asked us to arrange one
LG-08 Our new chair of governors has never chaired anything and our clerk has just resigned
LG-08 The clerk needs support with agendas and minutes, she is new to governance
LG-08 The vice chair takes over the chair in April and wants a mentor who has chaired a governing board
LG-08 Our governance professional is retiring and her replacement needs someone to show her the ropes on minutes, agendas and statutory policies
LG-08 Our chair is only three months into the role and the clerk has left
LG-08 new clerk needs a mentor
LG-08 I have been elected chair because nobody else would do it, and I would be grateful for somebody to show me the ropes
LG-08 Chair of govs here. Relationship with the head has become strained and I'd like to talk to a more experienced chair about how to challenge without it turning into a row
LG-09 The board is exploring whether to join a multi-academy trust and we would like to speak to someone who has been through it
LG-09 We are about to federate with the infant school next door and need help planning the joining of the two
LG-09 We are a stand-alone church primary considering academy conversion with the diocesan trust and want help with due diligence
LG-09 Two small schools under one executive head since September, we need advice on forming a hard federation
LG-09 Governors have voted to join a trust and we have no idea of the steps or the timetable
LG-09 Two small village primaries thinking of sharing one head and one governing body, both of us under 60 on roll and both short of money, the villages don't much like each other and the parents have got wind of it. Where do we even begin?
LG-09 The diocese wants us to join their MAT by next September. Governors need somebody neutral to take us through due diligence, the consultation and the timeline.
LG-10 Our training days are a random collection of events, help us build a coherent programme of professional development for teachers
LG-10 I lead CPD and would like a critical friend to plan next year's INSET days with me
LG-10 I lead CPD for the school and want to move from one-off twilights to a year-long professional development programme
LG-10 Our INSET does not change anything in classrooms, how do other schools design staff training that does?
LG-10 Our training days are a scatter of unrelated sessions and nothing sticks afterwards
LG-10 INSET days here are a jumble of bought in speakers and nothing sticks. I've just been given responsibility for staff training and want to plan a proper two-year programme
LG-10 teaching and learning lead would like help designing our CPD for next year so that it is more than a series of twilights
LG-11 We bought a new scheme last year and it never stuck, how do we introduce change so that it lasts
LG-11 Too many initiatives at once, we would like someone to help us to plan the roll-out of one change properly and to know when it is embedded
LG-11 Help with implementing our new behaviour and teaching policies so that they do not fizzle out after a term as previous changes did
LG-11 We keep launching things and dropping them a term later, and want to learn to see one change through
LG-11 We launch something new every September and by February it has fizzled out, would like support in planning how we bring things in and make them last
LG-11 Three big changes at once (new timetable, new planning format, new marking) and staff are resisting. How do I sequence this and get people on board?
LG-12 Staff are exhausted, sickness is creeping up and I want to look seriously at workload
LG-12 Staff absence through stress has doubled, we would like to know what other schools do for staff wellbeing
LG-12 Teachers tell us that marking, planning and data drops eat their weekends, we need to cut workload
LG-12 Teachers are exhausted and two have been signed off with stress this term
LG-12 Cutting down planning and marking hours for staff - who's done it?
LG-12 Staff survey was grim: half say they work most Sundays. We want to strip out things that don't matter
LG-12 I'm worried about my teachers, three have been signed off with stress since half term and the rest look shattered
LG-13 We cannot find a maths teacher after three adverts and two people are leaving at Easter
LG-13 Too many staff leave within two years and we would like to understand how others keep theirs
LG-13 We have had three rounds of advertising for a physics teacher without a single applicant
LG-13 Half of our teaching assistants left last year and we need ideas to keep the ones we have
LG-13 We have advertised for a physics post four times and had nobody worth interviewing
LG-13 Advertised three times for physics, no applicants
LG-13 We lose about a third of our staff every summer and exit interviews don't tell us much, need to work out why people leave and how to keep them
LG-13 Rural coastal secondary, can't get anyone to come for interview, need help with adverts and what we can offer
LG-14 Four schools in our cluster want to review one another and need somebody to lead the first round of peer reviews
LG-14 I would like to train as a peer reviewer so that our trio of schools can visit each other properly
LG-14 Our partnership group wants an experienced lead reviewer for the peer review of our school in June
LG-14 Four heads in our cluster would like to review one another's schools and need training to do it
LG-14 Our trio of primaries did its first reciprocal review in the spring and it was a bit cosy. Can someone lead the next one with us?
LG-14 We would like to join up with two other schools and visit each other on a regular cycle to look at each other's work, need somebody to set it up and train us as reviewers
`;
