/** What heads might write of early years and transition: a line each, the code and then the words. */
export const EY = `
EY-01 Our reception class looks like year one, indoors and out, and only half reached a good level of development
EY-01 The nursery environment needs a fresh pair of eyes, especially continuous provision outside
EY-01 Our reception outdoor area is bare and continuous provision is not leading to learning
EY-01 The nursery and reception teachers are both new and our good level of development is low
EY-01 The outdoor area of our nursery is unloved and the activities are not purposeful
EY-01 New EYFS lead, year 3 teacher by trade, needs help with continuous provision and what adults should be doing during free flow
EY-01 Our outdoor area is bikes and mud and nothing much is learnt there, I'd like someone to walk round nursery and reception with me
EY-01 GLD has been around 58% three years on the trot, we've had the LA adviser in and changed the baseline and bought a lot of resources, and reception still looks like a small Y1 with too much sitting on the carpet. The talk is weak as well
EY-01 Pre-school on our site is now run by the governors. Ratios, key person, tapestry, all new to us.
EY-02 Children arrive in nursery with very little language and staff want to get them talking
EY-02 Children start nursery with very few words and we want staff to talk with them better
EY-02 We would like help with early language in the nursery, such as dialogic reading and running NELI
EY-02 More and more children join our nursery barely talking
EY-02 Three year olds arriving with hardly any words
EY-02 Nursery practitioners fire questions at the children rather than chatting and listening, please can someone model it
EY-02 We've had NELI training but the staff have gone and reception children's talk is very delayed
EY-03 We are opening places for two-year-olds in April and have never had children so young
EY-03 We are opening a room for two year olds in January and have never had children so young
EY-03 The staff with our rising threes need training on toilet training, attachment and play for toddlers
EY-03 We open a room for two year olds at Easter and have never had children so young
EY-03 The governors want to open to 2s with the new funded hours. The room, staffing, routines, toileting - where do we start?
EY-03 Toddler room is chaos at lunchtime and biting is a daily event, staff were all trained for three and four year olds
EY-04 The jump from reception into year one unsettles children, how can we make it smoother
EY-04 Our children go from play in Reception to sitting at desks in Year 1 and many struggle
EY-04 We want Year 1 to carry on from the early years, how do others manage the move into key stage 1
EY-04 Children who loved Reception find Year 1 a shock because play stops overnight
EY-04 Children go from lots of choosing in Reception straight to desks in Y1 and we see tears in September every year
EY-04 y1 teachers say children aren't ready and Reception say Y1 is too formal. can someone help them agree on how the year should start
EY-04 How much play should there be in Year 1? We'd like to see a school where the autumn term has been well thought out
EY-05 Pupils who arrive in year seven seem to go backwards, we want to work with our primary feeders
EY-05 Year 7 repeat what they did in primary, we want to work with our feeder schools on curriculum and transfer
EY-05 Our vulnerable Year 6 leavers find the move to secondary school very hard
EY-05 Year 7 lose ground every autumn because we know so little of what they did at primary
EY-05 Our pupils go on to eleven different secondaries and information gets lost, some of the vulnerable ones really wobble in the first term
EY-05 In Y7 they repeat stuff they did at primary and progress dips, would like to do some joint work with our feeders on the move up
EY-06 Some of our leavers drop out of college by Christmas, we need to prepare year eleven for the next step
EY-06 Too many of our Year 11 leavers drop out of college before Christmas
EY-06 We would like help to prepare our pupils with SEND for the step from school to college or work at sixteen
EY-06 A tenth of our Year 11 have no destination in September
EY-06 Our learners with EHCPs leave us at 16 for the FE college and many have dropped out by Xmas. We want to prepare them better for the move
EY-06 A number of our Y11s with low grades drop off the radar between June and October and end up NEET
`;
