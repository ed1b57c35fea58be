-- The tree of an invented province, for measurements: numbers in pre-order, as the import gives them.
-- Run by the owner (docs/decisions/0013). Parameters: :wards, :workplaces.

-- cây tổ chức: xã, phường
insert into organisation.commune (code, name, province, invented)
select '99' || to_char(w, 'FM000'),
       case when w = 1 then 'Phường Hoa Ban' else 'Xã Sông Ngàn ' || w end,
       'Tỉnh Sông Ngàn', true
  from generate_series(1, :wards::int) w
    on conflict (code) do nothing;

create temp table made_unit on commit drop as
select 1 as no, '99.000.000.000.000' as code, 'Đảng bộ tỉnh Sông Ngàn' as name, 'PROVINCE' as kind,
       'SUPERIOR' as side, null::int as parent_no, null::text as commune_code
union all
select 2 + (w - 1) * 40, '99.' || to_char(100 + w, 'FM000') || '.000.000.000',
       case when w = 1 then 'Đảng bộ phường Hoa Ban' else 'Đảng bộ xã Sông Ngàn ' || w end,
       'COMMUNE', 'RESIDENCE', 1, '99' || to_char(w, 'FM000')
  from generate_series(1, :wards::int) w
union all
select 3 + (w - 1) * 40 + c * 3,
       '99.' || to_char(100 + w, 'FM000') || '.' || to_char(c + 1, 'FM000') || '.000.001',
       'Chi bộ Tổ dân phố ' || c + 1, 'CELL', 'RESIDENCE', 2 + (w - 1) * 40, '99' || to_char(w, 'FM000')
  from generate_series(1, :wards::int) w, generate_series(0, 11) c
union all
select 3 + (w - 1) * 40 + c * 3 + g,
       '99.' || to_char(100 + w, 'FM000') || '.' || to_char(c + 1, 'FM000') || '.000.001.T' || g,
       'Tổ đảng ' || g, 'GROUP', 'RESIDENCE', 3 + (w - 1) * 40 + c * 3, '99' || to_char(w, 'FM000')
  from generate_series(1, :wards::int) w, generate_series(0, 11) c, generate_series(1, 2) g;

-- cây tổ chức: nơi công tác
insert into made_unit (no, code, name, kind, side, parent_no, commune_code)
select 2 + :wards::int * 40 + k * 5, '99.' || to_char(201 + k, 'FM000') || '.000.000.000',
       'Đảng bộ Cơ quan ' || k, 'GRASSROOTS', 'WORKPLACE', 1, null
  from generate_series(0, :workplaces::int - 1) k;

insert into made_unit (no, code, name, kind, side, parent_no, commune_code)
select 2 + :wards::int * 40 + k * 5 + c,
       '99.' || to_char(201 + k, 'FM000') || '.' || to_char(c, 'FM000') || '.000.001',
       'Chi bộ Phòng ' || c || ', Cơ quan ' || k, 'CELL', 'WORKPLACE', 2 + :wards::int * 40 + k * 5,
       null
  from generate_series(0, :workplaces::int - 1) k, generate_series(1, 4) c;

insert into organisation.unit (no, id)
select u.no, gen_random_uuid()
  from made_unit u
 order by u.no;

insert into organisation.unit_period (unit_no, code, name, kind, side, parent_no, commune_code, valid)
select u.no, u.code, u.name, u.kind, u.side, u.parent_no, u.commune_code, '[2025-07-01,)'
  from made_unit u
 order by u.no;

select setval('organisation.unit_no', max(u.no)) from made_unit u;

analyze organisation.unit, organisation.unit_period, organisation.commune;
