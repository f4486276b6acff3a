/** What heads might write of personal development and community: a line each, the code and then the words. */
export const PW = `
PW-01 Younger children fall out constantly, we want to teach them to recognise feelings and build resilience
PW-01 Children fall out constantly at playtime and cannot name their feelings or solve quarrels
PW-01 We are looking for a programme to teach social and emotional skills across the primary years
PW-01 Children fall out constantly and cannot name how they feel
PW-01 Children fall out over everything at playtime and have no way of putting it into words or calming themselves, would like a whole school programme for KS1 and 2
PW-01 Want to teach pupils about feelings, coping when they lose, and getting on with others. Bits and pieces at the moment
PW-01 Children cannot name what they feel or lose a game without a fight
PW-01 Lots of low self-worth after lockdown, want a programme of emotions and friendship skills in class
PW-01 No resilience, tears if they get one wrong, Y3 and Y4 in particular. What could be taught to whole classes?
PW-02 Our senior mental health lead has finished her course and wants help with a whole school strategy for pupil wellbeing
PW-02 I have trained as senior mental health lead and want help with a whole school approach to wellbeing of pupils
PW-02 More children are self-harming and waiting for CAMHS, our mental health lead wants to plan what school can do
PW-02 Our senior mental health lead has done the course and does not know where to begin
PW-02 More children self-harm or are anxious, waiting lists are endless and I lead on mental health with no training
PW-02 How do others run nurture, counsellors and the mental health support team as one offer
PW-02 I did the senior lead training online but have no idea how to turn it into a plan for the school
PW-02 Anixety among pupils is through the roof and referrals to CAMHS are bounced back. I need to know what we should be offering, who should do it and how we'd pay for a counsellor
PW-02 MHST coming on board in January, how should we get ready to make the best of them
PW-03 We meet four of the Gatsby benchmarks and struggle to find work experience for year ten
PW-03 Our careers leader is new and we meet only three of the Gatsby benchmarks
PW-03 Year 10 work experience is hard to organise and pupils have little contact with employers
PW-03 We meet only three of the Gatsby benchmarks
PW-03 Every Y10 needs a placement next July and we've no contacts with firms locally
PW-03 Year 10 have no idea what jobs there are round here and our compass score is low
PW-03 Looking for employer talks, encounters, work placements and impartial advice
PW-03 New leader for careers needs help with Compass, we're hitting three of the eight benchmarks
PW-03 our pupils only know of jobs their parents do, would like to bring in people from different walks of life from KS2 up
PW-04 Few pupils take part in clubs or trips, we want a richer offer beyond lessons
PW-04 Clubs and trips are taken up by the same children, we want a wider offer
PW-04 Need help with spiritual, moral, social and cultural development and British values across the school
PW-04 Few disadvantaged pupils go to any clubs or trips
PW-04 Many of our children have never seen the sea or been to a museum though it's 9 miles away. Like some help to plan experiences for each yr group, and better assemblies
PW-04 The same few go on every trip and join each club, poorer children miss out
PW-04 Assemblies are notices; nothing on awe, culture, morals, and no residentials
PW-04 Hardly any of our disadvantaged pupils go to a club or come on the residential; we want a wider offer and a way to track who does what
PW-05 The school council meets but nothing happens, we want students to lead real change
PW-05 The school council does nothing real, we would like pupils to have more say in decisions
PW-05 How do other schools train pupils as leaders and ambassadors and listen to what they think
PW-05 Our school council meets once a term and changes nothing
PW-05 Students feel no one listens to them, want to set up a proper way for them to have a say including prefects and y7 reps
PW-05 Our council of pupils talks about toilets and ice cream, we would like real influence
PW-05 Train prefects, sports leaders, buddies and ambassadors to lead something
PW-05 School council picks the colour of the bins and that's it
PW-06 Parents rarely come in and complaints are rising, how can we win families round
PW-06 Working with parents of vulnerable families is hard for us since the community centre shut
PW-06 Parents only come in to complain and the turn-out at parents' evening is dreadful
PW-06 We would like to build trust with the Traveller families on our site and the wider community
PW-06 Families do not come to anything that we put on and complaints are rising
PW-06 Parents' evenings are a desert, we get 30% at best and never the ones we need
PW-06 How do we help mums and dads to support reading and maths at home when many didn't enjoy school themselves? Thinking of workshops or a family room
PW-06 Parents' evening is half empty and complaints come by social media
PW-06 Families new to the country never cross the gate; we want workshops, coffee mornings and home links
PW-06 Agressive emails and Facebook pile ons from a small group of parents are wearing staff out, two formal complaints this term. We want to rebuild trust with families
`;
