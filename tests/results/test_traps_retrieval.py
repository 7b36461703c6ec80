"""What runs, qrels and measures of retrieval hold, where one would guess otherwise; each was seen in a real run."""

from tests.results.reading import by_task, counts, notes, read, read_file
from tests.tables import each


def test_retrieval_takes_its_questions_from_the_qrels():
    said = notes(read_file("run.txt", qrels=True))

    assert "Not in the run at all, and so missed: q3" in said
    assert "Without any right document in the qrels, and so not judged: q4" in said
    assert "In the run and not in the qrels, and so not counted: q9" in said


def test_retrieval_equal_scores_at_the_edge_are_undecided():
    run = "".join(f"q Q0 d{place} {place} {1 if place < 9 else 0} s\n" for place in range(9))

    for right, expected in (("d3", (0, 0, 1, 0)), ("zz", (0, 1, 0, 0))):
        assert counts(read(run, qrels=f"q 0 {right} 1\n")) == expected
    sure = "".join(f"q Q0 d{place} {place} {9 - place} s\n" for place in range(9))
    assert counts(read(sure, qrels="q 0 d3 1\n")) == (1, 0, 0, 0)
    assert counts(read(sure, qrels="q 0 d6 1\n")) == (0, 1, 0, 0)


def test_retrieval_scores_that_differ_after_seven_digits_are_equal():
    run = "".join(f"q Q0 d{place} {place} {1 - place / 1e9:.9f} s\n" for place in range(9))

    assert counts(read(run, qrels="q 0 d3 1\n")) == (0, 0, 1, 0)


def test_retrieval_a_run_alone_says_what_it_lacks():
    results = read("q1 Q0 d1 1 0.5 sys\n")

    assert counts(results) == (0, 0, 0, 0)
    assert "with the right answers (qrels)" in notes(results)


@each(
    "content",
    [
        "runid\tall\tsys\nmap\tq1\t0.5\nmap\tq2\t0.0\nmap\tall\t0.25\n",
        {"q1": {"map": 0.5, "recip_rank": 1}, "q2": {"map": 0.0, "recip_rank": 0}},
        {"mrr": {"q1": 0.5, "q2": 0.0}},
        "query_id,measure,value\nq1,R@5,1.0\nq2,R@5,0.0\n",
        "qid,R@5,RR\nq1,1.0,0.5\nq2,0.0,0.0\n",
    ],
)
def test_retrieval_measures_a_question_are_read_in_every_shape(content):
    results = read(content)

    assert by_task(results) == {"q1": (1, 0, 0, 0), "q2": (0, 1, 0, 0)}
    assert results.buckets == {"retrieval_miss": 1}


def test_retrieval_means_by_measure_and_cutoff_are_no_questions():
    results = read({"ndcg": {"NDCG@1": 0.4, "NDCG@10": 0.3}, "recall": {"Recall@1": 0.1, "Recall@10": 0.3}})

    assert counts(results) == (0, 0, 0, 0)
    assert "means over all questions" in notes(results)
