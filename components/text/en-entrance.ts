/** The words of signing in and setting up. */
export const enEntrance = {
  signIn: {
    title: 'Sign in',
    email: 'Email',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'Email or password is not right.',
    incomplete: 'Enter your email and your password.',
    demoTitle: 'Try it with a practice account',
    demo: { manager: 'Fill in as manager', staff: 'Fill in as staff' },
  },

  setUp: {
    title: 'Set up Spotboard',
    lead: 'Make the first manager account. This works once.',
    token: 'Set-up code',
    tokenHint: 'It stands in the window where Spotboard was started.',
    name: 'Your name',
    email: 'Email',
    password: 'Password',
    passwordHint: 'At least 10 characters.',
    submit: 'Make the manager account',
    wrongField: {
      token: 'Enter the set-up code.',
      name: 'Enter your name.',
      email: 'Enter an email address, such as anna@example.com.',
      password: 'Choose a password of at least 10 characters.',
    },
    wrongToken: 'This set-up code is not right, or Spotboard has been set up already.',
    done: 'Spotboard has been set up already.',
  },
}
