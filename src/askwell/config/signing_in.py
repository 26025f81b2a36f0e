"""Settings of signing in: what allauth, axes and Django ask of whom. A part of settings.py."""

ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 3
PASSWORD_RESET_TIMEOUT = 60 * 60 * 72  # in whole hours, as the mail says
ACCOUNT_EMAIL_NOTIFICATIONS = True  # whoever owns the account hears of what changes the way in
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
# allauth counts single tries within a span; what is not named here keeps allauth's own limits.
ACCOUNT_RATE_LIMITS = {
    "login": "20/m/ip",
    "login_failed": "10/m/ip,8/1h/key",
    "signup": "10/m/ip",
    "reset_password": "10/m/ip,3/h/key",
    "reauthenticate": "6/m/user",
}
ACCOUNT_ADAPTER = "askwell.accounts.web.voice.Adapter"
ACCOUNT_FORMS = {
    "login": "askwell.accounts.web.entry_forms.LoginForm",
    "signup": "askwell.accounts.web.entry_forms.SignupForm",
    "add_email": "askwell.accounts.web.entry_forms.AddEmailForm",
    "change_password": "askwell.accounts.web.entry_forms.ChangePasswordForm",
    "reset_password": "askwell.accounts.web.entry_forms.ResetPasswordForm",
    "reset_password_from_key": "askwell.accounts.web.entry_forms.ResetPasswordKeyForm",
    "reauthenticate": "askwell.accounts.web.entry_forms.ReauthenticateForm",
}
MFA_FORMS = {
    "authenticate": "askwell.accounts.web.factor_forms.AuthenticateForm",
    "reauthenticate": "askwell.accounts.web.factor_forms.ReauthenticateForm",
    "activate_totp": "askwell.accounts.web.factor_forms.ActivateTOTPForm",
    "add_webauthn": "askwell.accounts.web.factor_forms.AddWebAuthnForm",
    "edit_webauthn": "askwell.accounts.web.factor_forms.EditWebAuthnForm",
}
MFA_ADAPTER = "askwell.accounts.web.second_factor.Adapter"
USERSESSIONS_ADAPTER = "askwell.accounts.web.hearing.Sessions"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True  # only their hashes are kept: accounts/web/recovery_codes.py
MFA_TOTP_ISSUER = "Askwell"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "askwell.accounts.web.passwords.LongEnough", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "askwell.accounts.web.passwords.NotTheAddress"},
    {"NAME": "askwell.accounts.web.passwords.NotGuessable"},
    {"NAME": "askwell.accounts.web.passwords.NotBreached"},
]
AXES_CLIENT_IP_CALLABLE = "askwell.ui.limits.address_of"
AXES_FAILURE_LIMIT = 8
AXES_DISABLE_ACCESS_LOG = True  # who signed in stands in the audit log, without where from
AXES_COOLOFF_TIME = 1  # hours, as its page says
AXES_LOCKOUT_TEMPLATE = "accounts/too_many.html"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
