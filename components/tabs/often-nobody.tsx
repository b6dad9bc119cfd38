import { text } from '#components/text/catalogue.ts'
import { buttonLook } from '#components/ui/button-look.ts'
import { Notice } from '#components/ui/notice.tsx'

const registerPage = '/tables'

/** That a table's code is scanned again and again and nobody sits there, and what ends it. */
export function OftenNobody({ times, mayEdit }: { times: number; mayEdit: boolean }) {
  return (
    <Notice className="mx-auto mb-4 max-w-2xl" title={text.nobodyHere.often(times)}>
      <p>
        {text.nobodyHere.oftenPlain} {!mayEdit && text.nobodyHere.tellManager}
      </p>
      {mayEdit && (
        <a href={registerPage} className={buttonLook({}, 'mt-2')}>
          {text.nobodyHere.newCode}
        </a>
      )}
    </Notice>
  )
}
