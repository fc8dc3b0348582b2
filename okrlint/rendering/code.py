"""How templates become Python: what is printed goes through one call, the environment's own, which escapes it.

Jinja would escape once more what `finalize` has marked as escaped, which changes nothing and takes a quarter of the
time of a build. If a later Jinja no longer asks for these two methods, just that comes back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2.compiler import CodeGenerator

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.compiler import Frame


class EscapedOnce(CodeGenerator):
    """Leaves escaping to `finalize`, wherever escaping is on for certain."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if _left_to_finalize(frame, finalize):
            self.write(finalize.src or "")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if _left_to_finalize(frame, finalize):
            self.write(")")
        else:
            super()._output_child_post(node, frame, finalize)


def _left_to_finalize(frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> bool:
    return bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile and finalize.src is not None
