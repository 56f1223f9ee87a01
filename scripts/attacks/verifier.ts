import type { AttackRow } from './attack-row.ts';
import { unit } from './evidence.ts';

const portal = (file: string, title: string) => unit(`portal/${file}`, title);
const otp = (file: string, title: string) => unit(`otp/${file}`, title);

/** What is tried at the login of the portal, whose verifier others may take as it is. */
export const rows: readonly AttackRow[] = [
  {
    threat:
      'A code is used twice: as it was, in other spellings, after the clock was set back, or after it confirmed the enrolment',
    defence: 'Steps are remembered, not texts, and only a later step than the last accepted one counts.',
    evidence: [
      portal('verifier', 'a used code is refused %s'),
      portal('verifier', 'the previous step is refused after a newer one, also when the clock is set back'),
      portal('verifier', 'the code that confirmed the enrolment does not log in'),
      portal('drift', 'a window that moved along never takes a used step again'),
      otp('verify', 'refuses the accepted step and older ones, in any formatting'),
      otp('verify', 'accepts, over any history of logins, exactly the fresh steps around the recorded drift'),
    ],
  },
  {
    threat: 'Fifty requests bring one code at the same time',
    defence: 'Reading, comparing and storing are one transaction.',
    evidence: [
      portal(
        'sockets',
        'over sockets: of 50 parallel posts of one code exactly one logs in, from one session and from many',
      ),
      portal('verifier', 'of 50 parallel tries with one code exactly one succeeds, from one session and from many'),
    ],
  },
  {
    threat: 'Codes are guessed, over many sessions, in parallel, over a restart, or while the owner logs in',
    defence:
      'One count for an account, on disk, raised before anything is compared; the wait doubles up to an hour, and ends at 100.',
    evidence: [
      portal(
        'verifier',
        'guessing over sessions and restarts gets at most 36 codes evaluated a day, and none after 100',
      ),
      portal('throttle', "the owner's own logins give a guesser no more than 36 codes a day"),
      portal('throttle', 'after n wrong codes the right one waits 2^n seconds, an hour at most'),
      otp('verify', 'doubles the wait up to an hour and stops at 100'),
    ],
  },
  {
    threat: 'More steps are accepted than should be',
    defence: 'One step on each side of the recorded drift, which has a limit.',
    evidence: [
      portal('verifier', 'a code at %s answers as it should'),
      portal(
        'sockets',
        'over sockets: a code 1 ms too early, a used one with spaces, and the step before a used one are refused',
      ),
      portal('drift', 'a clock that drifts by %i step at each login is followed for five steps, and no further'),
      otp('verify', 'follows a drifting clock to its limit and no further, and never opens more than three steps'),
    ],
  },
  {
    threat: 'The answer, or the time that it takes, tells a guesser how near the guess was',
    defence: 'All steps are computed and compared whichever fits, and every refusal is the same page.',
    evidence: [
      otp('verify-evenly', 'computes the code of every step of its window, whichever fits'),
      portal('verifier', 'wrong, replayed and throttled get the same page'),
      portal(
        'throttle',
        'a password that waits and a wrong one get the same page, for addresses that exist and those that do not',
      ),
    ],
  },
  {
    threat: 'The second factor is gone around: by an address, an old session, or a half login',
    defence: 'A session is half until the code was right, and gets a new id then.',
    evidence: [
      portal('journey', 'a half-logged-in session reaches nothing behind the challenge, and ends after 10 minutes'),
      portal('journey', 'the session id changes at login and again after the second factor, and the old ones are dead'),
      portal('journey', 'disabling takes the password, ends the other sessions, and the password alone logs in again'),
    ],
  },
  {
    threat: 'Somebody at an open session, or a page elsewhere, sets up or ends two-factor login',
    defence:
      'The password again, a token in each form, a code before anything counts, and no secret on a page that is kept.',
    evidence: [
      portal('journey', 'enrolment asks for the password again when it was shown more than 15 minutes ago'),
      portal('journey', 'a post to %s without the right CSRF token is refused'),
      portal('journey', 'a wrong confirmation shows the same secret again, and enables nothing'),
      portal(
        'journey',
        'pages are not stored, the cookie is HttpOnly and SameSite, and no script or frame from elsewhere runs',
      ),
    ],
  },
  {
    threat: 'A log, an address or a cache keeps a secret or a code',
    defence: 'Only posts carry them, and no line of the log names them.',
    evidence: [
      portal('journey', 'no log line and no address holds a secret, a code, a password or a backup code'),
      portal(
        'attempts-page',
        'nothing that anybody typed is on the page, nor any secret: login names that nobody has stay nameless',
      ),
    ],
  },
  {
    threat: 'Backup codes are guessed, used twice, or raced for, or an old one goes on after a new one was made',
    defence:
      '100 random bits, a slow hash with a salt, one swap in the database, and the same count of failures as codes.',
    evidence: [
      portal('verifier', 'a backup code works once, also in a race, and gives a new one that works'),
      portal('verifier', 'of 20 backup-code logins in flight together exactly one gets in, even if none had to wait'),
      portal('verifier', 'a good backup code does not forgive the guesses made before'),
      portal(
        'backup-code',
        'of 50 parallel logins by one backup code exactly one gets in, and it lies nowhere as it is',
      ),
    ],
  },
  {
    threat: 'Strangers fail on purpose, to lock the customer out',
    defence: 'Codes are counted after the right password only, and passwords wait for an hour at most.',
    evidence: [
      portal('throttle', 'strangers cannot lock a customer out for good, nor use up the attempts of the second factor'),
      portal('throttle', 'password guesses wait like codes, from any session, and the right password waits too'),
    ],
  },
  {
    threat: 'Somebody who has the password alone logged in before the second factor was on, and switches it off again',
    defence: 'Sessions of the password alone end in the write that enables it, but for the one that did.',
    evidence: [
      portal(
        'journey',
        'two-factor login ends the sessions that the password alone had opened, but for the one that enabled it',
      ),
    ],
  },
  {
    threat: 'The portal is reached from another computer',
    defence: 'It listens at addresses of this computer only, and answers to its names only.',
    evidence: [
      portal('main', 'whether the portal may listen at "%s" is %s'),
      portal('main', 'what is no port, no address of this computer and no option end the portal with one sentence'),
    ],
  },
];
