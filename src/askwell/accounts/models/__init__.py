"""Users, workspaces, and the base of every row that a workspace owns."""

from collections.abc import Iterable
from typing import Any, ClassVar, NoReturn, Self, TypeVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models

from askwell.accounts.choices import MembershipRole, WorkspaceKind
from askwell.accounts.models.own import Deleted, OwnId, OwnKey, OwnOneToOne, OwnRows, delete_row
from askwell.lib.ids import uuid7

__all__ = [
    "AuditEntry",
    "Entries",
    "LogIsClosedError",
    "Membership",
    "NoWorkspaceError",
    "OwnKey",
    "OwnOneToOne",
    "Profile",
    "Removable",
    "SignInLink",
    "TenantManager",
    "User",
    "UserManager",
    "Workspace",
    "WorkspaceModel",
]

Row = TypeVar("Row", bound=models.Model)


class NoWorkspaceError(RuntimeError):
    """A tenant table was read without saying whose rows are wanted: use `.objects.of(workspace)`."""


class Workspace(models.Model):
    """The space that owns data: one seeker's, or one programme's."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=20, default=WorkspaceKind.SEEKER)
    is_demo = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.id)

    def delete(self, using: str | None = None, keep_parents: bool = False) -> Deleted:
        return delete_row(self, using, keep_parents=keep_parents)


class TenantManager(models.Manager[Row]):
    """Refuses a query that names no workspace; creating is free, since the row itself carries one."""

    _queryset_class = OwnRows

    def of(self, workspace: Workspace) -> models.QuerySet[Row]:
        """This workspace's rows."""
        return super().get_queryset().filter(workspace=workspace)

    def get_queryset(self) -> models.QuerySet[Row]:
        """Only for related managers (`person.roles`), whose own row already belongs to a workspace."""
        if hasattr(self, "instance"):
            return super().get_queryset()
        raise NoWorkspaceError(f"{self.model.__name__}.objects.of(workspace) names whose rows are wanted.")

    def create(self, **values: Any) -> Row:
        return super().get_queryset().create(**values)

    def bulk_create(self, objs: Iterable[Row], *args: Any, **options: Any) -> list[Row]:
        return super().get_queryset().bulk_create(objs, *args, **options)


class WorkspaceModel(models.Model):
    """A row that belongs to one workspace. Unique keys and indexes put the workspace first."""

    id = OwnId(primary_key=True, default=uuid7, editable=False)
    workspace = models.ForeignKey(Workspace, models.CASCADE, db_index=False, related_name="+")

    objects: ClassVar[TenantManager[Self]] = TenantManager()

    class Meta:
        abstract = True

    def delete(self, using: str | None = None, keep_parents: bool = False) -> Deleted:
        return delete_row(self, using, keep_parents=keep_parents)

    def refresh_from_db(
        self, using: str | None = None, fields: Iterable[str] | None = None, from_queryset: Any = None
    ) -> None:
        if settings.SHARDED and "workspace_id" in self.__dict__:
            rows = from_queryset if from_queryset is not None else type(self)._base_manager.using(using)
            from_queryset = rows.filter(workspace=self.workspace_id)
        super().refresh_from_db(using, fields, from_queryset)

    def _do_update(self, base_qs: models.QuerySet[Self], *rest: Any) -> Any:
        rows = base_qs.filter(workspace=self.workspace_id) if settings.SHARDED else base_qs
        return super()._do_update(rows, *rest)


class Removable(WorkspaceModel):
    """A row that can be thrown away. It is out of sight at once, and gone when the next thing is thrown away."""

    removed_at = models.DateTimeField(null=True, help_text="thrown away; only an undo sees it")

    class Meta:
        abstract = True

    @classmethod
    def kept(cls, workspace: Workspace) -> models.QuerySet[Self]:
        """This workspace's rows that were not thrown away."""
        return cls.objects.of(workspace).filter(removed_at=None)


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A user with a normalised e-mail address; without a password nobody can sign in by one."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """Someone who signs in. `workspace` is where they are at work now."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(unique=True)
    workspace = models.ForeignKey(Workspace, models.PROTECT, null=True, related_name="+")
    works_in_many = models.BooleanField(default=False, help_text="has more than one workplace to go between")
    language = models.CharField(max_length=10, blank=True)
    time_zone = models.CharField(max_length=64, default="America/Vancouver")
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.email


class Membership(models.Model):
    """Who may work in which workspace, as what."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    workspace = models.ForeignKey(Workspace, models.CASCADE, db_index=False, related_name="memberships")
    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, default=MembershipRole.OWNER)
    name = models.CharField(max_length=120, blank=True, help_text="what its people call them, in a programme")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "user"], name="membership_once")]


class Profile(models.Model):
    """How the seeker introduces themselves: what drafts and rankings may use."""

    workspace = models.OneToOneField(Workspace, models.CASCADE, primary_key=True, related_name="profile")
    name = models.CharField(max_length=120, blank=True)
    native_name = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    postal = models.TextField(blank=True, help_text="of a programme: its postal address, one line a line")
    place = models.CharField(max_length=120, blank=True)
    occupation = models.CharField(max_length=120, blank=True, help_text="the occupation aimed at")
    digital = models.BooleanField(default=False, help_text="whether that occupation is a digital one")
    about = models.CharField(max_length=200, blank=True, help_text="one clause about oneself, in English")
    about_zh = models.CharField(max_length=200, blank=True)
    about_fr = models.CharField(max_length=200, blank=True)
    employer = models.CharField(max_length=200, blank=True, help_text="where they work now, for a move inside")
    past_employers = models.JSONField(default=list, blank=True)
    schools = models.JSONField(default=list, blank=True)
    languages = models.CharField(max_length=60, blank=True, help_text="codes, space separated: en zh yue fr")
    goal = models.PositiveSmallIntegerField(default=10, help_text="successful interviews aimed at")
    goal_on = models.DateField(null=True, blank=True, help_text="the day to have reached it by, the seeker's own")


class SignInLink(models.Model):
    """A secret link that signs in once: how the local owner enters without a password."""

    digest = models.CharField(max_length=64, primary_key=True)
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    expires_at = models.DateTimeField()


class LogIsClosedError(RuntimeError):
    """An entry of the audit log is only ever added: it is not changed, and deleted by age alone."""


class Entries(models.QuerySet["AuditEntry"]):
    def update(self, **values: Any) -> NoReturn:
        raise LogIsClosedError

    def delete(self) -> NoReturn:
        raise LogIsClosedError

    def forget(self) -> int:
        """Delete these rows. The database refuses those that are not old enough."""
        return int(self._raw_delete(self.db))  # Django's own way past `delete`


class AuditEntry(models.Model):
    """Who did what to whose data when. It names rows by their ids alone and refers to none, so that it outlives them
    and holds nothing that anybody said. Triggers refuse to change one (migrations 0004 and 0006)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    place = models.UUIDField(help_text="a workspace, or a user for what concerns their account alone")
    number = models.PositiveIntegerField(help_text="of this place, without gaps")
    at = models.DateTimeField()
    by = models.UUIDField(null=True, help_text="the user who did it; empty where nobody had signed in")
    whose = models.UUIDField(null=True, help_text="whose data it was: a seeker's workspace, or a user")
    deed = models.CharField(max_length=20)
    facts = models.JSONField(default=dict, help_text="codes")
    before = models.CharField(max_length=64, blank=True, help_text="the digest of the entry before it here")
    digest = models.CharField(max_length=64)

    objects = Entries.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "number"], name="audit_entry_once")]
        indexes = [
            models.Index(fields=["by", "at"], name="audit_by"),
            models.Index(fields=["whose", "at"], name="audit_whose"),
            models.Index(fields=["at"], name="audit_at"),
        ]

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            raise LogIsClosedError
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> NoReturn:
        raise LogIsClosedError


class Erasure(models.Model):
    """That something was erased, by its ids alone, so that it is erased again where an older backup is restored
    (`desk.actions.erased`). It refers to no row and outlives what it names."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    place = models.UUIDField(help_text="the workspace that it lay in")
    what = models.CharField(max_length=12, help_text="choices.Gone")
    key = models.UUIDField(help_text="of the row that went; the workspace where everything did")
    is_stopped = models.BooleanField(default=False, help_text="they had asked not to be contacted")
