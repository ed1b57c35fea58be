-- Whether the member, or the record kept for this one, has Party life at a workplace that the viewer sees.
-- For policies of what the workplace reads: a function is set up when a row needs it, the same words as
-- a subquery with each statement on the table, and there they took as long as the statement itself. Its cost
-- is said, so that the planner reads the board from its index in order: believed cheap, it read and sorted the table.
create function member.works_within(p_member uuid) returns boolean
    language plpgsql stable security definer cost 10000 set search_path = pg_catalog as $$
begin
    return exists (select from member.published_standing s
                    where s.id = p_member
                      and s.work_no <@ nullif(current_setting('app.scope', true), '')::int4multirange);
end
$$;
revoke all on function member.works_within(uuid) from public;
grant execute on function member.works_within(uuid) to app;
