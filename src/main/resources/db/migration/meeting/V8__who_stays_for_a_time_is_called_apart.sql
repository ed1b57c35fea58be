-- A cell calls those, too, who live with it for a time and are counted elsewhere (HERE: no vote, counted apart), and
-- of its own those who are with a host (ELSEWHERE: they may come and are never absent, as the exempt).
alter table meeting.attendance
    add column stay text check (stay in ('HERE', 'ELSEWHERE')),
    add constraint who_is_with_a_host_is_never_absent check (stay is distinct from 'ELSEWHERE' or exempt);
