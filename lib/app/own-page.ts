/** A page of our own that opens in a tab. */
export type OwnPage =
  | '/print.html'
  | '/from-phone.html'
  | '/from-phone.html?picture'
  | '/from-phone.html?area'
  | '/first-run.html'
  | '/keys.html'
  | '/copies.html';
