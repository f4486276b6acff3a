/** What heads might write of behaviour, attendance and safeguarding: a line each, the code and then the words. */
export const BA = `
BA-01 Low level disruption is everywhere, sanctions are inconsistent and corridors are noisy between lessons
BA-01 We want a calm culture with routines that every adult follows
BA-01 Corridors are noisy, low level disruption is normal and staff do not apply the rules consistently
BA-01 We want to rewrite our behaviour policy and see routines in a school where they work
BA-01 Corridors are rowdy and low-level disruption is eating into lessons
BA-01 Corridors are horrible between lessons and some staff look the other way, every teacher has their own rules
BA-01 It's not the big stuff, it's the chatting, chair swinging and calling out all day long. Supply teachers won't come back
BA-01 Corridors are chaotic, calling out is normal and consequences depend on who is on duty
BA-01 New behaviour system, staff do not follow it, and detentions go up with no change
BA-01 Supply and new teachers are sworn at; the climate in lessons after lunch is poor
BA-01 lunchtimes are the problem, fights on the football pitch every day and then afternoons lost to sorting it out, and sanctions depend on who you get, so children say it isn't fair and to be honest they've a point. The midday staff could do with training too
BA-01 New head wants calmer school, consistent routines at start and end of lessons, would like to visit somewhere which turned it round then have someone help with the policy. Attendance not great either
BA-02 Attendance is stuck at ninety per cent and a fifth of pupils are persistently absent
BA-02 Too many children are late or off on Fridays, help us with our absence procedures
BA-02 The attendance officer has gone and severely absent pupils are not being followed up
BA-02 Persistent absence is at 31 percent and Mondays and Fridays are the worst
BA-02 Our attendance officer would like to shadow someone who has turned attendance round
BA-02 One in four of our pupils is persistently absent
BA-02 Families taking two weeks off in term time as the fines are cheaper than the flights
BA-02 One in four misses a day each fortnight, especially Fridays, and fines change nothing
BA-02 We need help with first-day calls, analysis of absence codes and home visits for severely absent children
BA-02 We are at 91.2% and Mondays and Fridays are the worst, letters home have no effect
BA-02 PA is 31% in Y10/11 and our attendance officer just left, and a few of them are the anxious sort but most simply aren't made to come. Need someone to look at our systems from first day calling through to meetings with families
BA-02 Thirty or so stroll in after the gate shuts, same ones each day
BA-03 Suspensions have doubled in a year and we rely heavily on the local PRU
BA-03 We suspended more pupils this term than all last year and have permanently excluded two
BA-03 Our in-school alternative provision is not working and we want fewer exclusions
BA-03 Suspensions have doubled and we lean too much on alternative provision
BA-03 We place students with three outside providers for part of the week and I'm not sure that we check up on them well enough, nor that they're learning anything. Want to set up something in house
BA-03 We have sent home more pupils this half term than all last year and governors are asking
BA-03 Is there a way to run an inclusion room or a turnaround so that fewer end up in the unit or out of school
BA-03 Boy at risk of losing his place, managed move failed, where do we go
BA-03 Our supensions are 4x the national figure and the same 15 pupils account for most of them, what else could we do
BA-04 Our designated safeguarding lead is new in role and would like supervision and training
BA-04 Our designated safeguarding lead has just left and the new DSL would like supervision
BA-04 The deputy safeguarding lead needs a mentor, especially on thresholds and referrals to social care
BA-04 Our new DSL would like supervision from somebody experienced
BA-04 I've just taken on DSL on top of deputy head, and need someone to talk cases through with and check thresholds
BA-04 KCSIE update for all staff + more depth for my 4 deputies
BA-04 Staff don't always report the small worries, low level concerns about adults too. We need to build the culture
BA-04 I have just been made designated lead and have no one to check my decisions with
BA-04 Threshold decisions, recording on our system and supervision for the safeguarding team
BA-05 Can someone check our single central record and do a safeguarding audit before half-term
BA-05 We want an independent check of our safeguarding, including the single central record
BA-05 Safeguarding was found to be ineffective at a neighbouring school and governors want ours audited before anyone else looks
BA-05 We want our single central record and safeguarding arrangements checked
BA-05 one day SCR check and written report for trustees
BA-05 The 175 return is due to the LA and as link governor I want an external check as I don't know what I'm looking at
BA-05 Can somebody check our single central record and walk the site before the inspectors do
BA-05 Annual safeguarding self-assessment for the partnership, want an outside pair of eyes
BA-05 HR files are a mess, references and overseas checks missing from some older staff records, need somebody to go through them with the office mgr before inspection
BA-06 Parents ask about phones and social media and our filtering and monitoring have not been reviewed
BA-06 Children are sending each other awful images on Snapchat and parents do not know what to do
BA-06 Our internet filtering and monitoring needs checking against the DfE standards, and staff need e-safety training
BA-06 Children are sending each other pictures on their phones at night
BA-06 Do we have to monitor what's typed on the school laptops, as no one knows who gets the alerts? Also parents would like an evening on TikTok and Roblox
BA-06 Group chats at night cause fights by day and parents buy phones at seven
BA-06 Our web filter reports go nowhere, staff are unsure what to do about shared images
BA-06 Y6 WhatsApp group is out of control, messages at 2am and a nude doing the rounds
BA-07 Pupils tell us bullying is not dealt with and homophobic language is common
BA-07 Parents say we do not deal with bullying and the pupil survey bears them out
BA-07 There has been homophobic name calling in Year 8 and we want an anti-bullying approach
BA-07 There has been a rise in name-calling and bullying on the playground
BA-07 Name-calling, exclusion from friendship groups, and parents who say we do nothing about it
BA-07 Racist and homophobic words are heard on the playground and pupils do not report it
BA-07 Several parents say the same group of girls has made their daughters' lives a misery and the school does nothing about it
BA-07 we've had a spike in racist name calling in the playground and "gay" used as an insult, want to tackle it with pupils
BA-08 Many of our children have lived through trauma and staff want to understand adverse childhood experiences
BA-08 Many of our children have lived through domestic violence or loss and staff need to understand how trauma affects behaviour
BA-08 We want to become attachment aware and to use relational approaches instead of sanctions
BA-08 We want staff to understand how trauma shows itself in behaviour
BA-08 Loads of our children have lived through domestic abuse, loss or time in refuge, and shouting at them makes it worse. Staff need to understand what's going on behind it
BA-08 Considering whether to go relational instead of the isolation booths, need someone with experience of attachment and ACEs to train everybody, incl lunch staff
BA-08 Shouting triggers children who have been through a lot; staff want to understand regulation and attachment
BA-08 We would like to move from punishment to restorative conversations, keyworkers and safe spaces
BA-09 A handful of anxious pupils cannot get through the gate in the morning, some have not been in since the spring
BA-09 Several girls refuse school because of anxiety, we need advice on getting them back gradually
BA-09 A few pupils are so anxious that they have not been in school for months
BA-09 Girls in Year 9 with school based anxiety refuse to come in, what can we do to reintegrate them
BA-09 Some of our pupils are too anxious to come through the gate in the morning
BA-09 A Y8 girl hasn't been in since October, gets as far as the car park and is sick with panic. Parents are at breaking point
BA-09 A Year 8 girl has not come in since October, tummy aches, panic at the gate
BA-09 Parents cannot get them out of the car; need ideas on gentle returns and reduced timetables that grow
BA-09 We have 11 who are too anxious to come in full time, part time timetables drag on and never build up, what works in getting them back
BA-10 Heads of year spend all day firefighting, tutor time is wasted and the house system has no purpose
BA-10 Our heads of year spend all day on incidents, the pastoral team needs a better structure
BA-10 We are thinking of a house system with vertical tutor groups and would like to see how pastoral care works elsewhere
BA-10 Form tutors and heads of year do not know what their roles are any more
BA-10 Heads of year spend all day firefighting and never look ahead, roles of tutor, HOY and student support aren't clear
BA-10 Heads of year only firefight; tutor time is registration and chat
BA-10 Restructure houses, year offices and pastoral support workers so that each child has someone who knows them
BA-10 Morning registration with form tutors is 25 minutes of kids on their phones, would like it to be worth having
`;
