import type { PhraseTable } from './words.ts';

/** What pages say over an enrolment's picture: that it is a code, and that a camera reads it. */
export const scanPhrases: PhraseTable = {
  names: 'qr*|barcode*|bar code*|scan*|escan*|*scannen|camera*',
  de: 'strichcode*|kamera',
  fr: 'flashez|code barres|appareil photo',
  es: 'código de barras|cámara',
  pt: 'digitalize|digitalizar|câmera|câmara',
  it: 'inquadra*|fotocamera',
  north: 'skann*|kameran*',
  slavic: 'zeskanuj*|skanuj*|naskenuj*|oskenuj*|aparat*|fotoaparát*',
  hu: 'beolvas*|szkennel*|vonalkód*',
  cyrillic: 'отсканир*|сканир*|відскан*|скануй*|штрих*|камер*',
  el: 'σαρώστε|σάρωσ*|κάμερα*',
  tr: 'tarayın|taratın|okutun|karekod*|kare kod*',
  id: 'pindai|memindai',
  vi: 'quét',
  cjk: 'スキャン|読み取|二次元コード|扫描|掃描|扫一扫|二维码|二維碼|条形码|스캔',
  rtl: 'امسح|مسح|اسکن|סרוק|סרקו',
  other: 'สแกน|स्कैन',
};
