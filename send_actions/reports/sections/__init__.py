"""Parts that several kinds of paper share: each makes blocks of a plan, some beside an earlier one."""
