const signedHead = `Host: wallet.paysera.com
User-Agent: Paysera WalletApi PHP library
Authorization: MAC id="wkVd93h2uS", ts="1343811600", nonce="nQnNaSNyubfPErjRO55yaaEYo9YZfKHN"`

const content = `{
    "transaction_key": "Pu5CPePCkm3TJPlkcbcshzkIlxeLU3WR"
}`

/** The time at which the reference signed its examples, in unix seconds. */
export const signedAtS = 1_343_811_600

/** The example requests of the reference, line by line as it prints them. */
export const referenceExamples = {
  spotByCode: `GET /rest/v1/spot?code=PAYSERA*3%3ATABLE1 HTTP/1.1
${signedHead}, mac="Fq2JdkPxXggdNUjjhMuMXD6TNxwyTC8bkG3bJGIx3L4="`,
  spotById: `GET /rest/v1/spot/1 HTTP/1.1
${signedHead}, mac="BrESuxFsVum5GlD3Wt+IRZP9mMDDDSqP87EPy17ymD4="`,
  checkIn: `PUT /rest/v1/spot/1/check-in HTTP/1.1
${signedHead}, mac="3C/sxDllC+4px0UdbtEtTavCqB6Er8lZbIkKtWlQ92U="`,
  checkOut: `PUT /rest/v1/spot/1/check-out HTTP/1.1
${signedHead}, mac="owzKcU4miyJ8H43dm9m2PF9FoofWSJxF6bKBeIP43yY="`,
  order: `GET /rest/v1/order/52 HTTP/1.1
${signedHead}, mac="bczsUDRIYRfi159d7eRH1NirKdVGbdkH8wn/mwyH4g0="`,
  waitingSpots: `GET /rest/v1/spots?status=waiting&limit=3 HTTP/1.1
${signedHead}, mac="Uawl/ym+bO801+pgQQlgSKXFyMulwcOUGqoWZAKKrhI="`,
  closeSpot: `PUT /rest/v1/spot/1/close HTTP/1.1
${signedHead}, mac="aiRHKuK/w48Xaxb9OiCcc1tQXK5zYIOk4L/mWwY0Wtc="`,
  createOrder: `POST /rest/v1/spot/1/order HTTP/1.1
Content-Type: application/json;charset=utf-8
${signedHead}, mac="ohPt7bbwTxtqXDnXLtRC82iI1EkPEwoVI1Ya9xMmDhc=", ext="body_hash=CGmZSkySf2IjkLaY8h1isHhIfV0s4zB45DtYKGYG1Ds%3D"

${content}`,
  editOrder: `PUT /rest/v1/order/52 HTTP/1.1
Content-Type: application/json;charset=utf-8
${signedHead}, mac="rR/gwtiNhTSonuIgKXqJlMLLSBZfgjAgaahZLN4G43s=", ext="body_hash=CGmZSkySf2IjkLaY8h1isHhIfV0s4zB45DtYKGYG1Ds%3D"

${content}`,
  deleteOrder: `DELETE /rest/v1/order/52 HTTP/1.1
${signedHead}, mac="hQUsJo76gvf1SBfxBdOqOj4SMReoME3z8x+lI8zERqA="`,
}
