/** What columns are usually called, by what they are. */

/** Without units: `Time (s)`, `time [ms]`, `acc_x.m/s^2` is not one of them. */
function plainName(name: string): string {
  return name.replace(/\s*[([][^)\]]*[)\]]\s*$/, '').trim()
}

const number = `(?:[ _-]?(?:id|no|nr|num|number|index|idx))?`

const patterns = {
  /** Row numbers that pandas and R write beside the table. */
  index: /^(|unnamed:? ?\d*|index|idx|row ?names?|row[ _-]?(id|no|nr|number|index)?|level_\d)$/i,
  label:
    /^(labels?|class(es)?|class[ _-]?(label|name|id|attribute)|targets?|(activity|gesture|label|target)([ _-]?(id|name|code|label))?|category|outcome|diagnosis|condition|behaviou?r|species|state|status|anomaly|is[ _-]\w+|event([ _-]?(type|class))?|word|digit)$/i,
  time: new RegExp(
    `^(t|times?|time[ _-]?(steps?|stamps?|points?|index|idx|s|ms|us|ns|sec|seconds|utc|local|of[ _-]?day)|timestamps?([ _-]?(s|ms|us|ns|utc|local))?|datetime|date([ _-]?time)?|steps?|timepoints?|timesteps?|frames?|frame${number}|ticks?|s|sec(ond)?s?|seconds[ _-]?elapsed|elapsed([ _-]?(time|s|ms))?|ms|millis(econds)?|epoch|unix([ _-]?time)?|(measurement|step|sample|obs(ervation)?|seq(uence)?|reading|cycle|tick)s?[ _-]?(number|no|nr|num|index|idx)|cycles?)$`,
    'i',
  ),
  id: new RegExp(
    `^(.*[ _-])?(ids?|cases?|series|samples?|subjects?|trials?|records?|recordings?|instances?|sequences?|segments?|sessions?|episodes?|users?|persons?|patients?|participants?|units?|engines?|windows?|experiments?|exp|runs?|rep(etition)?s?|files?|filenames?|bags?)${number}$`,
    'i',
  ),
  variable:
    /^(variables?|var([ _-]?name)?|kind|features?|channels?|sensors?|dim(ension)?s?([ _-]?(id|name))?|parameters?|signals?|metrics?|measures?|attribute|axis|column|series[ _-]?name)$/i,
  value: /^(values?|val|readings?|measurements?|amplitude|_value|y)$/i,
} as const

/** The same in Korean. */
const korean: Readonly<Record<keyof typeof patterns, RegExp>> = {
  index: /^(행 ?번호|연번|순번)$/,
  label: /^(클래스|라벨|레이블|분류|정답|활동|동작|범주|상태|종류|진단)( ?(이름|번호|명|코드))?$/,
  time: /^(시간|시각|일시|날짜|측정 ?(시간|시각|일시)|경과 ?시간|스텝|프레임|초|시점)( ?번호)?$/,
  id: /^(아이디|시계열|대상자?|피험자|환자|사용자|참가자|기록|사례|세션|실험|파일|회차|표본|샘플)( ?(아이디|id|번호|명|이름|코드))?$/i,
  variable: /^(변수|채널|센서|항목|특징|신호|축)( ?(이름|명))?$/,
  value: /^(값|측정값|측정치|수치)$/,
}

/** Whether a column that is called so is usually this. */
export function isCalled(name: string, what: keyof typeof patterns): boolean {
  const plain = plainName(name)
  return patterns[what].test(plain) || korean[what].test(plain.normalize('NFC'))
}
