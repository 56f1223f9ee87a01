import type { SectionLink } from '../../components/section-links.tsx';
import type { AskedScreen, OwnPage } from '../../lib/app/own-page.ts';

type Ways = { readonly openPage: (path: OwnPage) => void; readonly openScreen: (screen: AskedScreen) => void };

/** The ways to bring accounts in that need no site in front. */
export const waysIn = ({ openPage, openScreen }: Ways): readonly SectionLink[] => [
  { title: 'phoneTitle', lead: 'managerPhoneLead', onOpen: () => openPage('/from-phone.html') },
  { title: 'pictureTitle', lead: 'managerPictureLead', onOpen: () => openPage('/from-phone.html?picture') },
  { title: 'nothingManual', lead: 'managerManualLead', onOpen: () => openScreen('manual') },
  { title: 'settingsRestore', lead: 'managerRestoreLead', onOpen: () => openScreen('restore') },
];
