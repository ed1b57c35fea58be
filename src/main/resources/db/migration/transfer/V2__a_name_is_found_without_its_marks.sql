-- The name without diacritics, as it was when the transfer was opened; the office that let somebody go
-- finds the letter by it when the record is no longer its own.
alter table transfer.transfer add column folded text not null default '';
update transfer.transfer t set folded = m.folded from member.published_member m where m.id = t.member_id;
