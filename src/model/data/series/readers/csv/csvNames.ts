/** What columns are usually called, by what they are. */

/** Without a unit (`Time (s)`, `time [ms]`, `t / s`), an @ before it, and with words apart: `deviceId` is `device Id`. */
function plainName(name: string): string {
  return name
    .replace(/\s*([([][^)\]]*[)\]]|[/,] ?[a-zµμ]{1,3})\s*$/i, '')
    .replace(/^@| ?#$/g, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .trim()
}

const number = `(?:[ _-]?(?:id|no|nr|num|number|index|idx))?`
/** One of several words, each a part of a pattern. */
const anyOf = (...words: readonly string[]) => new RegExp(`^(?:${words.join('|')})$`, 'iu')

const patterns = {
  /** Row numbers that pandas and R write beside the table. */
  index: /^(|unnamed:? ?[\d.]*|index|idx|row ?names?|row[ _-]?(id|no|nr|number|index)?|level_\d)$/i,
  label: anyOf(
    'labels?|class(es)?|class[ _-]?(label|name|id|attribute|code)|targets?|cls|lbl',
    '(activity|gesture|label|target|emotion|exercise|movement|motion|fault|stage|surface)([ _-]?(id|name|code|label|type|class))?',
    String.raw`category|outcome|diagnosis|disease|types?|modes?|poses?|tags?|results?|falls?|condition|behaviou?r|species|state|status|anomaly|is[ _-]\w+|word|digit|phase|posture`,
    'event([ _-]?(type|class))?|(true|sleep|state|anomaly)[ _-]?(label|class|stage)|ground[ _-]?truth|annotations?|eye[ _-]?(detection|state)',
    // German, French, Spanish, Italian.
    'klassen?|categor[ií]a|bezeichnung|aktivität|zustand|classe|étiquette|activité|état|clase|etiqueta|actividad|estado|etichetta|attività',
  ),
  time: anyOf(
    't|ts|x[ _]value|_?times?|time[ _-]?(steps?|stamps?|points?|index|idx|s|ms|us|ns|sec|seconds|utc|local|of[ _-]?day|since.*)',
    String.raw`(\w+[ _-])?time[ _-]?stamps?([ _-]?(s|ms|us|ns|utc|local|unix|since.*))?|(date|unix|epoch|local|start|sample|recording|recorded|reading|event|measured|measurement|log|server|device|gps|capture|system)[ _-]?time`,
    `dates?|date[ _/&-]*(and )?time|steps?|timepoints?|timesteps?|frames?|frame${number}|ticks?|s|sec(ond)?s?|seconds[ _-]?elapsed`,
    'clock|elapsed([ _-]?(time|s|ms))?|ms|millis(econds)?|epoch|unix|activity[ _-](minute|hour|second|date|day)|(created|measured|recorded|received|logged)[ _-]?(at|on)',
    'last[ _-](changed|updated)|(measurement|step|sample|obs(ervation)?|seq(uence)?|reading|cycle|tick)s?[ _-]?(number|no|nr|num|index|idx)|cycles?|reading[ _-]id',
    'zeit|zeitstempel|zeitpunkt|datum|uhrzeit|datum[ _/]*(und )?(uhr)?zeit|temps|heure|horodatage|date[ _/]*(et )?heure|tiempo|fecha|hora|fecha[ _/]*(y )?hora|data[ _/]ora|ora|tid|tijd|время|\\u65f6\\u95f4|\\u6642\\u9593|\\u65e5\\u6642|\\u65e5\\u671f',
  ),
  id: anyOf(
    `(.*[ _-])?(ids?|cases?|series|samples?|subjects?|trials?|records?|recordings?|instances?|sequences?|segments?|sessions?|episodes?|users?|persons?|patients?|participants?|units?|engines?|windows?|experiments?|exp|runs?|rep(etition)?s?|files?|filenames?|bags?)${number}`,
    'table|versuch|proband(in)?|person|messung|messreihe|nummer|lfd[. _-]*nr|essai|sujet|série|mesure|ensayo|sujeto|serie|prova|soggetto',
  ),
  variable: anyOf(
    'variables?|var([ _-]?name)?|name|kind|features?|channels?|sensors?|dim(ension)?s?([ _-]?(id|name))?|parameters?|signals?|metrics?|measures?|attribute|axis|column|series[ _-]?name|_field|key',
  ),
  value: anyOf('values?|val|readings?|measurements?|amplitude|_value|y|wert|valeur|valor|valore|state'),
} as const

/** The same in Korean. */
const korean: Readonly<Record<keyof typeof patterns, RegExp>> = {
  index: /^(행 ?번호|연번|순번)$/,
  label: /^(클래스|라벨|레이블|분류|정답|활동|동작|행동|범주|상태|종류|진단)( ?(이름|번호|명|코드))?$/,
  time: /^(시간|시각|일시|날짜|측정 ?(시간|시각|일시)|경과 ?시간|스텝|프레임|초|시점)( ?번호)?$/,
  id: /^(아이디|시계열|대상자?|피험자|환자|사용자|참가자|기록|사례|세션|실험|파일|회차|표본|샘플)( ?(아이디|id|번호|명|이름|코드))?$/i,
  variable: /^(변수|채널|센서|항목|특징|신호|축)( ?(이름|명))?$/,
  value: /^(값|측정값|측정치|수치)$/,
}

/** Whether a column that is called so is usually this. */
export function isCalled(name: string, what: keyof typeof patterns): boolean {
  const whole = plainName(name)
  // A time may have its unit or zone behind it in another way: epoch_ms, datetime_utc.
  const plain =
    what === 'time' ? whole.replace(/(?<=.{4})[ _-](s|ms|us|ns|secs?|seconds|utc|local)$/i, '') : whole
  return patterns[what].test(plain) || korean[what].test(plain.normalize('NFC'))
}
