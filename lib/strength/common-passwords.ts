// What people choose most, the commonest first. Facts about people's habits, written from common knowledge.
const passwords =
  '123456 password 123456789 12345678 12345 qwerty 1234567 111111 1234567890 abc123 1234 iloveyou 1q2w3e4r 000000 ' +
  'admin welcome letmein monkey dragon football princess sunshine login master shadow baseball superman 654321 ' +
  '666666 121212 112233 123321 passw0rd starwars trustno1 1qaz2wsx qazwsx asdf zxcvbn michael jordan hunter ashley ' +
  'jennifer killer george charlie andrew michelle jessica pepper daniel hello access thunder buster soccer hockey ' +
  'batman test pass freedom whatever secret ninja mustang flower loveme lovely summer internet service computer ' +
  'corvette matthew secure changeme default guest root administrator user demo temp passphrase passcode doorcode ' +
  'authenticator opensesame sesame a1b2c3 q1w2e3r4 1q2w3e zaq12wsx 987654321 159753 147258369 123654 12344321 ' +
  'cookie cheese chocolate banana butterfly purple orange yellow silver golden diamond ginger maggie bailey sparky ' +
  'junior peanut snoopy tigger tiger lion eagle falcon phoenix panther rabbit dolphin turtle kitten puppy angel ' +
  'babygirl sweetheart baby love lover forever family mother father pokemon pikachu naruto mickey donald minnie ' +
  'garfield spiderman ironman matrix merlin gandalf frodo hobbit yoda vader skywalker startrek spock hogwarts ' +
  'dumbledore harrypotter zelda mario nintendo playstation xbox minecraft fortnite roblox warcraft blink182 ' +
  'metallica nirvana slipknot eminem liverpool arsenal chelsea manchester manutd united everton tottenham celtic ' +
  'rangers barcelona realmadrid juventus milan inter bayern dortmund schalke werder ajax benfica porto galatasaray ' +
  'fenerbahce boca yankees cowboys lakers eagles google facebook youtube twitter instagram amazon apple samsung ' +
  'microsoft windows android iphone passwort hallo schatz ficken geheim sommer schalke04 hamburg berlin willkommen ' +
  'qwertz motdepasse azerty soleil bonjour marseille jetaime contrasena contraseña hola tequiero teamo estrella ' +
  'ciao amore napoli wachtwoord welkom senha brasil haslo polska heslo parola пароль привет любовь йцукен qweasd ' +
  'qweasdzxc zxcasdqwe 1234qwer correcthorsebatterystaple correct horse battery staple tr0ub4dor&3 troubador';

// Words that people put into passphrases, names, months and places. Others count as words by how they read.
const words =
  'that with this have from your they what when will then time year work home life good great little live long ' +
  'hand house world night light water fire earth word words phrase code codes door lock keys bank money online ' +
  'network security plain random three four five seven eight nine hundred thousand happy lucky crazy sexy cute ' +
  'sweet cool pretty beautiful smile kiss dream hope faith trust truth heart spirit magic power king queen prince ' +
  'knight wizard angel devil jesus christ heaven church peace soldier hero legend moon star stars river mountain ' +
  'forest rose garden snow rain storm stone beach island white black blue green brown pink grey horse mouse bear ' +
  'wolf snake spider elephant bird dogs cats chicken coffee beer wine pizza sugar apple lemon cherry strawberry ' +
  'cake mommy daddy brother sister grandma boyfriend girlfriend spring autumn winter january february march april ' +
  'june july august september october november december monday tuesday wednesday thursday friday saturday sunday ' +
  'christmas easter birthday holiday weekend morning today tomorrow james john robert mary patricia linda david ' +
  'barbara william elizabeth richard susan joseph thomas sarah karen lisa nancy sandra mark steven paul kevin ' +
  'brian edward jason ryan jacob gary nicholas eric jonathan justin scott ' +
  'benjamin samuel frank alexander alex patrick jack tyler aaron jose henry adam nathan peter kyle ' +
  'ethan carl sean austin noah liam emma olivia sophia sophie isabella charlotte emily anna ' +
  'laura julia maria kate grace chloe hannah lily molly ruby rachel rebecca nicole ' +
  'amanda angela crystal natalie victoria monica sabrina simone andrea claudia ' +
  'martina petra stefan martin christian tobias lukas felix jonas leon luca marco ' +
  'matteo giulia giuseppe antonio carlos juan luis miguel javier pedro pablo diego lucia ' +
  'carmen isabel pierre camille nicolas julien manon hugo louis mohamed ahmed fatima omar ' +
  'katarzyna ivan vladimir olga natasha bella rocky buddy daisy coco luna milo oscar simba bruno lola ' +
  'london paris madrid amsterdam vienna zurich stockholm warsaw prague istanbul moscow newyork boston chicago ' +
  'texas dallas california florida miami denver vegas canada america england scotland ireland germany france italy ' +
  'poland turkey russia china japan tokyo india australia sydney brazil mexico africa deutschland österreich ' +
  'schweiz köln münchen españa music guitar party game gamer player winner champion club tennis golf basketball ' +
  'rugby cricket ferrari porsche mercedes toyota honda yamaha harley camaro robot rocket zombie vampire pirate ' +
  'viking samurai assassin sniper joker metal asdfasdf qwerqwer blabla lalala hahaha fuck fuckyou shit bitch ' +
  'asshole pussy liebe mutter vater katze hund sonne haus schlüssel auto danke guten amour maison porte fleur ' +
  'merci casa perro gato amor gracias sole grazie huis liefde ' +
  // The estimator looks words up in an object that inherits a member of this name.
  'constructor';

/** Common passwords and words, lower case; the place in the list stands for the number of guesses. */
export const commonPasswords: readonly string[] = [...new Set(`${passwords} ${words}`.split(' '))];
