/** The words of the page where the codes of tables are printed. */
export const enTablesCodes = {
  codes: {
    title: 'QR codes',
    lead: 'Print the codes for your tables. Scan one with the Paysera app before you put them out.',
    reading: 'Reading the codes…',
    unread: 'The codes could not be read.',
    none: 'There are no tables yet. Register them first, then print their codes here.',

    layout: 'What to print',
    layouts: { cards: 'Cards', tents: 'Table tents', stickers: 'Stickers' },
    layoutPlain: {
      cards: 'Eight cards on an A4 sheet, to cut out.',
      tents: 'Two tents on an A4 sheet. Cut, fold in the middle: A6, read from both sides.',
      stickers:
        'For A4 label sheets with 24 labels of 70 × 37 mm. Print at 100 %, without fitting to the page.',
    },
    form: 'What the code holds',
    forms: { bare: 'Table code', wrapped: 'Web address' },
    formPlain: {
      bare: 'The smallest code, read by the Paysera app.',
      wrapped:
        'Any camera opens it: in the app the table, elsewhere a page about the app. The code is denser.',
    },
    languages: 'Line for the guests',
    languagesPlain: (most: number) =>
      `Up to ${most} languages, in the order in which you choose them. None is fine too.`,
    languageNames: {
      lt: 'Lithuanian',
      en: 'English',
      de: 'German',
      pl: 'Polish',
      ru: 'Russian',
      lv: 'Latvian',
      et: 'Estonian',
    },
    remember: 'Remember for next time',
    remembered: 'Remembered. Single codes follow it too.',
    notRemembered: 'This could not be saved.',

    logo: 'Logo',
    logoPlain:
      'A PNG or JPEG picture, printed beside the code. It is made smaller if it has to be.',
    chooseLogo: 'Choose a picture',
    removeLogo: 'Remove the logo',
    logoAlt: 'Your logo',
    badLogo: 'This is no PNG or JPEG picture that can be read.',
    logoFailed: 'The logo could not be saved.',

    tables: 'Which tables',
    chosen: (count: number, all: number) => (count === all ? `All ${all}` : `${count} of ${all}`),
    all: 'All',
    noneChosen: 'None',
    noArea: 'No area',

    print: 'Print',
    download: 'Download PDF',
    downloadPlain:
      'A sign that the font of the PDF does not have, such as a Chinese one, shows there as its number in ⟪ ⟫. The print has the fonts of this device.',
    tooMany: (most: number) =>
      `A PDF takes all tables, or up to ${most} single ones. Choose fewer, or print them.`,
    fine: (count: number) =>
      count === 1
        ? 'The code of 1 table is very fine in this size and hard to read. Choose the table code, a larger print or a shorter identifier.'
        : `The codes of ${count} tables are very fine in this size and hard to read. Choose the table code, a larger print or shorter identifiers.`,
    sheets: 'The sheets',
    sheet: (page: number, pages: number) => `Sheet ${page} of ${pages}`,
    codeOf: (name: string) => `Code of ${name}`,
  },
}
