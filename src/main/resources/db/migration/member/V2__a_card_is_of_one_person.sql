-- Which of these card numbers anybody has, also outside the caller's scope: a card is of one person
-- in the whole installation. Says nothing about whose it is.
create or replace function member.cards_taken(p_cards text[])
    returns table (card_no text)
    language sql stable security definer set search_path = pg_catalog
as $$
    select m.card_no
      from unnest(p_cards) as c (card_no)
      join member.member m on m.card_no = c.card_no
     where nullif(current_setting('app.scope', true), '') is not null
$$;
revoke all on function member.cards_taken(text[]) from public;
grant execute on function member.cards_taken(text[]) to app;
