/** What heads might write of inclusion and send: a line each, the code and then the words. */
export const IN = `
IN-13 Our SENCO is newly appointed and has inherited a long register with no system behind it
IN-13 Our SENCO is new, part time and drowning, she needs an experienced mentor
IN-13 The special educational needs coordinator qualified last year and wants help to lead SEND across the school strategically
IN-13 Our SENCO is new and drowning in paperwork
IN-13 Want an outside review of SEND across the school, how it is led, the register, the provision map, use of TAs and outcomes
IN-13 our SENDCo is a lovely person but drowning, she writes all the plans herself, does the cover for absent TAs and has no influence over teaching, and I worry that we'll lose her, so I'd like a mentor for her from a strong school plus maybe some help with the annual review paperwork
IN-13 Interim sendco covering mat leave here, need to learn the ropes fast, annual reviews are stacking up too
IN-13 I've been made SENCO with half a day a week and a caseload of 62, started the NPQ, and would love someone to help me work out what to do first
IN-14 EHCP applications keep being turned down because our assess, plan, do, review paperwork is thin
IN-14 Our provision map and annual reviews are in a muddle and the SEND team at the council is chasing us
IN-14 Our applications for education health and care plans keep being refused by the local authority
IN-14 Assess, plan, do, review is done on paper only and the provision maps are not used
IN-14 Our annual reviews and EHC plans would not stand up at tribunal
IN-14 We've 23 annual reviews to do by May, and the section F provision in a lot of them isn't happening because there's no money
IN-14 Requests for assessment keep getting knocked back by the LA as we can't show enough assess plan do review
IN-14 IEP targets woolly and never reviewed
IN-14 Teachers go straight to asking for a diagnosis or a plan without having tried anything in class first, we'd like a clear step by step process
IN-15 The council has asked us to open a specialist base for twelve pupils and we need help to set it up
IN-15 The council has asked us to host a specialist unit for twelve pupils and we need help to set it up
IN-15 Our autism base has become an island, children in the resource base hardly join mainstream lessons
IN-15 The authority has asked us to open a resource base for twelve pupils
IN-15 The council has asked if we'd host a 12 place base for pupils with communication needs from next Sept. Governors would like to talk to someone who has one
IN-15 Our unit feels like an island, the children hardly ever go in to mainstream lessons and staff in the base don't come to meetings
IN-16 Twenty families have arrived since summer speaking no English and teachers feel lost
IN-16 Forty families have arrived from Hong Kong and Ukraine and our staff have never taught children with no English
IN-16 We have a high number of bilingual learners and need to assess their English and teach it in class
IN-16 Eighteen pupils have arrived this year with no English at all
IN-16 25 children have arrived from Hong Kong, Ukraine and Afghanistan since the summer, four have never been to school at all
IN-16 Over half our pupils speak another language at home. They pick up playground English fast but stay stuck on reading and writing, teachers think they've cracked it
IN-16 No English at all, joined mid Y10, what now
IN-17 We have nine children in care and their personal education plans are poor
IN-17 Designated teacher for children in care needs help with writing good personal education plans
IN-17 We have eight looked after and previously looked after pupils, and the virtual school head suggests some training
IN-17 The designated teacher wants better personal education plans for children in care
IN-17 Designated teacher asking for help with PEPs - the virtual school says ours are poor and targets are too vague
IN-17 Six children in foster care across the school, two have moved placement this term, staff want to know how to support them and use the PP plus money
IN-18 The gap between pupils on free school meals and the rest is widening, could someone review our pupil premium spending
IN-18 Disadvantaged boys do badly here, we want a pupil premium review by an outside leader
IN-18 The gap between disadvantaged pupils and the rest is widening, we need a pupil premium review
IN-18 Could someone examine how we spend the premium on our free school meals children and whether it makes a difference
IN-18 The gap between our pupil premium children and the rest has widened
IN-18 Our FSM kids are 22 points behind everyone else at the end of KS2 and the gap isn't shifting
IN-18 White working class boys from the estate do worse than any other group, governors want us to get to the bottom of it
IN-18 The pupil premium strategy on the website is last year's with the dates changed. I want somebody to come and look at what we spend it on and whether it's right
IN-ASD We have more autistic pupils than ever and the canteen and corridors overwhelm them
IN-ASD Advice wanted on a calmer classroom environment and visual supports for children on the autism pathway
IN-ASD Two autistic pupils are having daily meltdowns and staff are at the end of their tether
IN-ASD We would like an autism specialist to walk the school and tell us what overwhelms our pupils
IN-ASD Two autistic boys are overwhelmed by noise and transitions
IN-ASD Little girl in Y2, lovely, bright as a button, but she covers her ears, bolts out of the room and melts down at any change of routine, and the pathway assessment is two years off so mum is desperate and so is the teacher. What can we put in place now without a diagnosis?
IN-ASD We have 14 diagnosed pupils and more on the waiting list, I'd like somebody to walk round and tell us how our environment looks to them
IN-ASD Girls who mask all day and then explode at home - staff say she's fine in school. Training please, secondary
IN-ASD TA and teacher need advice on workstations, now and next boards and social stories for a pupil who's just been diagnosed
IN-HI A pupil with cochlear implants joins in September and staff have never taught a deaf child
IN-HI A girl with cochlear implants starts in Year 3 and teachers need deaf awareness training
IN-HI How do we make our classrooms work for a pupil with hearing aids and a radio microphone
IN-HI A deaf girl is about to start in Reception with two hearing aids
IN-HI Child with cochlear implants starts after Easter. Never used a radio aid
IN-HI Acoustics in our hall and open plan classrooms are dreadful and we have two children who wear aids, what can we do to make lessons accessible to them
IN-MLD Several children work well below age-related expectations across the board and need a better cognition and learning offer
IN-MLD There is a group in Year 8 working far below age related expectations in everything and class teachers do not know how to pitch work
IN-MLD Advice please on teaching children with moderate learning difficulties in our mainstream classes
IN-MLD We have a group who learn far more slowly than their classmates across the board
IN-MLD Several children learn far slower than their peers in all areas and need lots of repetition, class teachers not sure how to break things down small enough
IN-MLD There are eight pupils across KS3 working at roughly Y1/Y2 level in everything, mainstream, no diagnosis. What would a good curriculum for them look like?
IN-MSI One of our new starters is deafblind and we have no experience of dual sensory loss
IN-MSI A deafblind child is moving into the area and no one here has met dual sensory loss
IN-MSI We need advice on a pupil who has both hearing and sight impairment
IN-MSI A pupil who can neither see nor hear well is joining us
IN-MSI We're admitting a pupil who has both hearing and sight loss and need someone who knows about intervenors and tactile signing
IN-OTH We would like guidance on a pupil with Tourette syndrome and another with a rare genetic condition
IN-OTH A pupil with Down syndrome is joining Reception and we would like someone with experience of it
IN-OTH We have several pupils with ADHD and tics and would welcome advice, they do not fit any of the usual categories of need
IN-OTH A pupil with Tourette syndrome has joined and staff want to understand it
IN-OTH We've a child with FASD and the usual strategies dont work, he forgets everything overnight
IN-OTH A pupil with epilepsy and a rare genetic syndrome that none of us had heard of, doesn't fit any of the usual boxes, and we want to plan for her properly
IN-PD A wheelchair user is joining year seven and we need to think about access, moving and handling
IN-PD A wheelchair user is joining year 7 and we do not know how to include her in practicals and PE
IN-PD We have a child with cerebral palsy who finds writing tiring and needs help with moving and handling
IN-PD One of our pupils will use a wheelchair from September and our building is full of steps
IN-PD Child with cerebral palsy who uses a walker will be moving to our upstairs Y3 classroom, staff need guidance on moving and handling and joining in PE
IN-PD Student with muscular dystrophy is losing hand strength, how do we help with recording work, fatigue and access arrangements for a wheelchair user in practicals
IN-PMLD A child with profound and multiple needs starts in autumn and will need a sensory curriculum
IN-PMLD A child with profound and multiple difficulties joins us in the autumn, staff have never planned a sensory curriculum
IN-PMLD Our PMLD class team would like to visit someone using the engagement model well
IN-PMLD Our class for pupils with profound and multiple difficulties needs a richer sensory curriculum
IN-PMLD Special school, looking for a peer to look at provision in our complex needs class where pupils are at the very earliest stages and many are life limited
IN-PMLD Young person with very complex needs, tube fed, communicates by eye movements. Our new teacher wants help with sensory based planning
IN-SEMH Some pupils with ADHD and attachment difficulties are in crisis every day, we are thinking of opening a nurture room
IN-SEMH A small number of pupils with very complex emotional needs throw furniture and hit staff
IN-SEMH Our nurture room for children with social emotional and mental health needs is not helping them back to class
IN-SEMH A handful of pupils go into crisis daily and staff do not know how to help them regulate
IN-SEMH Three boys in Y1 who throw chairs, hit adults and run, we are at our wits end and nothing on our policy touches it
IN-SEMH Lots of girls self harming in Y10 and one pupil with an EHCP for it, my inclusion team needs skilling up on how to support in school
IN-SEMH thinking of opening a nurture room for KS2 pupils who can't cope in class. who has done one well?
IN-SEMH Pupil can't regulate at all, ADHD, medication pending, every lesson disrupted & the class teacher is in tears
IN-SLCN Many children have unclear speech and we wait eight months for a therapist
IN-SLCN Many of our reception intake have speech and language delay and the NHS therapist only comes once a term
IN-SLCN We have several pupils with developmental language disorder in Year 4 and want to adapt teaching for them
IN-SLCN We wait a year for speech therapy and staff do not know what to do meanwhile
IN-SLCN Waitng list for SALT is 14 months and we've a dozen in KS1 nobody outside the family can understand
IN-SLCN Teachers talk too fast and use long instructions, children who struggle to understand language are lost. Whole staff training and some advice on visuals and Makaton
IN-SLCN Y8 lad with DLD gets into bother mostly as he misunderstands what's said to him. Would like strategies for his teachers
IN-SLD Three pupils with severe learning difficulties have joined us and the national curriculum is not right for them
IN-SLD We have admitted two children with severe learning difficulties and are far out of our depth
IN-SLD A special school colleague who could show us how to plan for a child working at pre key stage standards with severe needs
IN-SLD A child with severe learning difficulties joins our mainstream class in autumn
IN-SLD we have a child joining in Reception who would normally have gone to special school, no speech, still in nappies, working at around 12 months
IN-SLD Two pupils on the engagement model in a mainstream primary and no staff with special school experience, would like to see how a special school plans for them
IN-SPLD A growing number of pupils are dyslexic and class teachers do not know how to help them
IN-SPLD Several children are dyslexic and our teachers do not know what to change in class
IN-SPLD A boy in Year 5 is bright but cannot remember number facts, we suspect dyscalculia
IN-SPLD Several juniors with dyslexia make no progress in spelling
IN-SPLD We'd like to be able to screen for dyslexia ourselves and train staff on what to do next
IN-SPLD Bright boy in Y5, talks brilliantly, reads and spells at a six year old level, and I have another five like him. What should teachers be doing?
IN-SPLD A cluster of kids in KS3 who just can't hold numbers in their head, suspect dyscalculia, maths teachers don't know how to help them
IN-VI How do we adapt resources for a child who is losing her sight and learning braille
IN-VI Our first blind pupil starts next year, we need help with braille and getting round the site
IN-VI We have a visually impaired boy who cannot see the whiteboard, how do we adapt materials
IN-VI We need to know how to adapt materials for a partially sighted pupil
IN-VI Yr 7 student losing her sight, needs large print and probably Braille soon, science and D&T teachers in particular are worried
IN-VI How should we adapt PE, playground and reading materials for a little boy with nystagmus who can only see the board if he's a metre away
`;
