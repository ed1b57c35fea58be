-- Both sides may read it at the member; now other capabilities find it beside the expertise.
create or replace view member.published_member with (security_invoker = true) as
select m.work_no, m.res_no, m.id, m.full_name, m.folded, m.initials, m.sort_key, m.birth,
       m.birth_precision, m.sex, m.card_no, m.admitted, m.official, m.status, m.post, m.phone,
       m.expertise, m.residence_address, m.residence_commune, m.residence_wish_code, m.ready_to_help
  from member.member m;
